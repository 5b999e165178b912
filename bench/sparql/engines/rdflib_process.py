"""rdflib over its memory store: rdflib_process.py FILE.nt. Speaks the lines of `LineEngine`."""

import json
import sys
import time

import rdflib

graph = rdflib.Graph()
graph.parse(sys.argv[1], format="nt")
print('{"ready":true}', flush=True)
for line in sys.stdin:
    try:
        start = time.perf_counter()
        result = graph.query(json.loads(line)["query"])
        rows = 1 if result.type == "ASK" and result.askAnswer is not None else sum(1 for _ in result)
        reply = {"ms": 1000 * (time.perf_counter() - start), "rows": rows}
    except Exception as error:  # whatever the engine could not do is what is reported
        reply = {"error": f"{type(error).__name__}: {error}"[:200]}
    print(json.dumps(reply), flush=True)
