export type FusekiDataset = {
  /** Folder of the database. */
  location: string;
  unionDefaultGraph: boolean;
  /** The one user who is let in, and the file with that user's password. */
  access?: { user: string; passwords: string } | undefined;
};

/** The configuration of a Fuseki with one dataset, `/askg`, in TDB2. */
export function fusekiConfig({ location, unionDefaultGraph, access }: FusekiDataset): string {
  const server =
    access === undefined ? '' : `fuseki:passwd ${JSON.stringify(access.passwords)} ; fuseki:auth "basic" ; `;
  const service = access === undefined ? '' : `fuseki:allowedUsers ${JSON.stringify(access.user)} ; `;
  return `PREFIX fuseki: <http://jena.apache.org/fuseki#>
PREFIX tdb2: <http://jena.apache.org/2016/tdb#>

[] a fuseki:Server ; ${server}fuseki:services ( <#service> ) .

<#service> a fuseki:Service ; ${service}fuseki:name "askg" ; fuseki:dataset <#dataset> ;
  fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "query" ] ;
  fuseki:endpoint [ fuseki:operation fuseki:update ; fuseki:name "update" ] ;
  fuseki:endpoint [ fuseki:operation fuseki:gsp-rw ; fuseki:name "data" ] .

<#dataset> a tdb2:DatasetTDB2 ; tdb2:location ${JSON.stringify(location)} ; tdb2:unionDefaultGraph ${String(unionDefaultGraph)} .
`;
}
