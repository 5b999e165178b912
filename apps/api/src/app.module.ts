import { Module, type DynamicModule } from '@nestjs/common';
import { Corpus } from '@askg/corpus';
import type { GraphStore } from '@askg/graph';
import { HealthController } from './health/health.controller.ts';
import { HomeController } from './home/home.controller.ts';
import { SummaryService } from './home/summaries.ts';
import { OntologyController } from './ontology/ontology.controller.ts';
import { OntologyService } from './ontology/ontology.service.ts';
import { AssetsController } from './pages/assets.controller.ts';
import { PapersController } from './papers/papers.controller.ts';
import { ResourceService } from './resources/resource.service.ts';
import { ResourcesController } from './resources/resources.controller.ts';
import { ExampleQueries } from './sparql/example-queries.ts';
import { graphStoreToken } from './sparql/graph-store-token.ts';
import { SparqlController } from './sparql/sparql.controller.ts';

/** The HTTP surface over a corpus and a graph store that somebody else opens and closes. */
@Module({})
// oxlint-disable-next-line typescript/no-extraneous-class -- the framework takes modules as classes
export class AppModule {
  static over(corpus: Corpus, store: GraphStore): DynamicModule {
    return {
      module: AppModule,
      controllers: [
        AssetsController,
        HealthController,
        HomeController,
        OntologyController,
        PapersController,
        ResourcesController,
        SparqlController,
      ],
      providers: [
        { provide: Corpus, useValue: corpus },
        { provide: graphStoreToken, useValue: store },
        ExampleQueries,
        OntologyService,
        ResourceService,
        SummaryService,
      ],
    };
  }
}
