/** Every act as a statement for Spark SQL: `node bench/engines/spark-cases.ts [--cases 20000]`. */
await import('../run/spark-cases.ts')
