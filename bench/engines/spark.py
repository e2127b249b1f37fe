"""Runs the law as SQL on Spark and compares its answers with those of the interpreter, the diagram and the generated code.

No test needs this file. It needs Java 17 or later, Python, and Spark: `pip install 'pyspark==4.*'` in a folder of its own.

    node bench/engines/spark-cases.ts > cases.jsonl
    python3 bench/engines/spark.py cases.jsonl

Prints every difference and every statement that Spark refuses, then one line; the exit code is 1 where there are any.
"""
import json
import sys
import tempfile
import time

from pyspark.sql import SparkSession

warehouse = tempfile.TemporaryDirectory()
settings = {
    "spark.driver.memory": "4g",
    "spark.sql.warehouse.dir": warehouse.name,
    "spark.ui.enabled": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.catalogImplementation": "in-memory",
}
builder = SparkSession.builder.master("local[2]")
for name, value in settings.items():
    builder = builder.config(name, value)
spark = builder.getOrCreate()
spark.sparkContext.setLogLevel("ERROR")

laws, cases, differences, refused = 0, 0, 0, 0
slowest = (0.0, "")
for line in open(sys.argv[1], encoding="utf-8"):
    case = json.loads(line)
    laws += len(case["laws"])
    law = case["laws"][0]
    start = time.monotonic()
    try:
        spark.sql(case["statements"]["createTable"])
        spark.sql(case["insert"])
        verdicts = {row["id"]: row["verdict"] for row in spark.sql(case["statements"]["verdicts"]).collect()}
        rules = {row["id"]: row["rules"] for row in spark.sql(case["statements"]["rules"]).collect()}
    except Exception as error:
        refused += len(case["laws"])
        print(law, "was refused:", str(error)[:400])
        continue
    finally:
        spark.sql("DROP TABLE IF EXISTS cases")
    slowest = max(slowest, (time.monotonic() - start, law))
    if len(verdicts) != len(case["expected"]):
        differences += 1
        print(law, "gave", len(verdicts), "rows of", len(case["expected"]))
    for index, want in enumerate(case["expected"]):
        cases += 1
        live = [rule for rule in (rules.get(str(index)) or "").split("; ") if rule]
        got = (verdicts.get(str(index)), live if want["rules"] is not None else None)
        if got != (want["verdict"], want["rules"]):
            differences += 1
            print(law, "row", index, "got", got, "want", want)
    print(f"{cases} cases of {laws} laws so far", file=sys.stderr, flush=True)
print(
    f"Spark {spark.version}: {cases} cases of {laws} laws, {differences} differences, {refused} laws refused;"
    f" the slowest law took {slowest[0]:.1f} s ({slowest[1]})"
)
spark.stop()
sys.exit(1 if differences or refused else 0)
