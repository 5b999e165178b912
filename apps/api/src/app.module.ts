import { Module, type DynamicModule } from '@nestjs/common';
import { Corpus } from '@askg/corpus';
import type { GraphStore } from '@askg/graph';
import type { ForeignGraphs } from '@askg/kgqp';
import { Access } from './access/access.service.ts';
import type { AccessSettings } from './access/authentication.ts';
import { AnswerLibrary } from './answers/answer-library.ts';
import { AnswersController } from './answers/answers.controller.ts';
import { RerunService } from './answers/rerun.service.ts';
import { AskPageController } from './ask/ask-page.controller.ts';
import { AskController } from './ask/ask.controller.ts';
import { foreignGraphsToken } from './ask/ask-graph.ts';
import { AskService, listenHostToken } from './ask/ask.service.ts';
import { questionsToken, type Questions } from './ask/questions.ts';
import { FeedbackController } from './feedback/feedback.controller.ts';
import { FeedbackService } from './feedback/feedback.service.ts';
import { HealthController } from './health/health.controller.ts';
import { HomeController } from './home/home.controller.ts';
import { HomeService } from './home/home.service.ts';
import { OntologyController } from './ontology/ontology.controller.ts';
import { OntologyService } from './ontology/ontology.service.ts';
import { OpenApiController } from './openapi/openapi.controller.ts';
import { AssetsController } from './pages/assets.controller.ts';
import { PaperListController } from './papers/paper-list.controller.ts';
import { PaperStatusController } from './papers/paper-status.controller.ts';
import { PapersController } from './papers/papers.controller.ts';
import { SummaryService } from './papers/summaries.ts';
import { logToken, type Log } from './problems/log.ts';
import { ResourceService } from './resources/resource.service.ts';
import { ResourcesController } from './resources/resources.controller.ts';
import { SearchController } from './search/search.controller.ts';
import { SearchService } from './search/search.service.ts';
import { DescriptionService } from './sparql/description.service.ts';
import { ClientStore } from './security/asking-client.ts';
import { ExampleQueries } from './sparql/example-queries.ts';
import { graphStoreToken } from './sparql/graph-store-token.ts';
import { type ServiceTraits, serviceTraitsToken } from './sparql/service-traits.ts';
import { SparqlController } from './sparql/sparql.controller.ts';
import { VoidController } from './sparql/void.controller.ts';

/** What the application stands on; somebody else opens and closes it. */
export type Foundations = {
  corpus: Corpus;
  store: GraphStore;
  questions: Questions;
  log: Log;
  /** Without it everybody may read everything, as by default. */
  access?: AccessSettings;
  /** The address that the server listens on. */
  host: string;
  /** SERVICE may ask other endpoints. */
  isFederated?: boolean;
  /** Graphs that were added beside the corpus. */
  graphs?: ForeignGraphs;
};

/** The HTTP surface. */
@Module({})
// oxlint-disable-next-line typescript/no-extraneous-class -- the framework takes modules as classes
export class AppModule {
  static over({ corpus, store, questions, log, host, isFederated = false, graphs }: Foundations): DynamicModule {
    return {
      module: AppModule,
      controllers: [
        AnswersController,
        AskController,
        AskPageController,
        AssetsController,
        FeedbackController,
        HealthController,
        HomeController,
        OntologyController,
        OpenApiController,
        PaperListController,
        PapersController,
        PaperStatusController,
        ResourcesController,
        SearchController,
        SparqlController,
        VoidController,
      ],
      providers: [
        { provide: Corpus, useValue: corpus },
        { provide: graphStoreToken, useValue: new ClientStore(store) },
        { provide: questionsToken, useValue: questions },
        { provide: logToken, useValue: log },
        { provide: listenHostToken, useValue: host },
        { provide: foreignGraphsToken, useValue: graphs === undefined ? {} : { added: graphs } },
        { provide: serviceTraitsToken, useValue: { isFederated } satisfies ServiceTraits },
        Access,
        AnswerLibrary,
        AskService,
        DescriptionService,
        ExampleQueries,
        FeedbackService,
        HomeService,
        OntologyService,
        RerunService,
        ResourceService,
        SearchService,
        SummaryService,
      ],
    };
  }
}
