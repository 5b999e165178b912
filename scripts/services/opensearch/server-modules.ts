/** A module of the server, as its distribution would have it: a class, the jars it needs and what they may do. */
export type ServerModule = {
  name: string;
  className: string;
  /** Beginnings of the names of its jars. */
  jars: readonly string[];
  extended?: string;
  policy?: string;
};

/** The modules of the distribution that a server with text and vectors needs; Maven has their jars, not their descriptions. */
export const serverModules: readonly ServerModule[] = [
  {
    name: 'transport-netty4',
    className: 'org.opensearch.transport.Netty4Plugin',
    jars: ['transport-netty4-client-', 'netty-'],
    policy: `grant codeBase "\${codebase.netty-common}" {
  permission java.io.FilePermission "/proc/sys/net/core/somaxconn", "read";
  permission java.net.SocketPermission "*", "accept,connect";
  permission java.lang.RuntimePermission "*";
  permission java.lang.reflect.ReflectPermission "suppressAccessChecks";
  permission java.util.PropertyPermission "*", "read,write";
};
grant codeBase "\${codebase.netty-transport}" { permission java.net.SocketPermission "*", "accept,connect"; };
grant {
  permission java.lang.RuntimePermission "getClassLoader";
  permission java.lang.RuntimePermission "setContextClassLoader";
};
`,
  },
  {
    name: 'lang-painless',
    className: 'org.opensearch.painless.PainlessPlugin',
    jars: ['lang-painless-', 'opensearch-scripting-painless-spi-', 'antlr4-runtime-', 'asm'],
    policy: `grant {
  permission java.lang.RuntimePermission "createClassLoader";
  permission java.lang.RuntimePermission "getClassLoader";
};
`,
  },
  {
    name: 'analysis-common',
    className: 'org.opensearch.analysis.common.CommonAnalysisPlugin',
    jars: ['analysis-common-'],
    extended: 'lang-painless',
  },
];

export function descriptionOf({ name, className, extended = '' }: ServerModule, version: string): string {
  return `description=${name}
version=${version}
name=${name}
classname=${className}
java.version=11
opensearch.version=${version}
extended.plugins=${extended}
has.native.controller=false
`;
}
