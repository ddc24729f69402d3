"""Samples to counts per question and answer, pass@k and, with draws, the majority curve.

usage: j4_counts.py FILE polars|duckdb|pandas [DRAWS]     FILE: votes_*.csv or votes_*.jsonl

The engine counts; pass@k follows from a table of log factorials. With DRAWS the majority of k votes is simulated by
so many multinomial draws per question and k, NumPy's fastest way, ties split evenly.
"""
import sys

import numpy

KS = [2**i for i in range(11)]


def with_polars(path):
    import polars

    scan = polars.scan_ndjson if path.endswith(".jsonl") else polars.scan_csv
    groups = (
        scan(path)
        .group_by("problem", "answer")
        .agg(n=polars.len(), right=polars.col("correct").cast(polars.Boolean).any(), tokens=polars.col("tokens").sum())
        .sort("problem", "answer")
        .collect()
    )
    return groups["problem"].rle_id().to_numpy(), groups["n"].to_numpy(), groups["right"].to_numpy(), groups["tokens"].sum()


def with_duckdb(path):
    import duckdb

    read = "read_json" if path.endswith(".jsonl") else "read_csv"
    groups = duckdb.execute(
        f"""
        select dense_rank() over (order by problem) - 1 as question, count(*) as n,
               bool_or(correct::boolean) as "right", sum(tokens)::bigint as tokens
        from {read}(?) group by problem, answer order by problem, answer
        """,
        [path],
    ).fetchnumpy()
    return groups["question"], groups["n"], groups["right"], groups["tokens"].sum()


def with_pandas(path):
    import pandas

    table = pandas.read_json(path, lines=True) if path.endswith(".jsonl") else pandas.read_csv(path)
    groups = table.groupby(["problem", "answer"]).agg(
        n=("tokens", "size"), right=("correct", "max"), tokens=("tokens", "sum")).reset_index()
    return pandas.factorize(groups["problem"])[0], groups["n"].to_numpy(), groups["right"].to_numpy(), groups["tokens"].sum()


def pass_at_k(samples, right):
    """The chance of each question, for one k after the other."""
    logs = numpy.concatenate([[0.0], numpy.cumsum(numpy.log(numpy.arange(1, samples.max() + 1)))])
    wrong = samples - right
    for k in KS:
        none = numpy.exp(logs[wrong] - logs[numpy.maximum(wrong - k, 0)] - logs[samples] + logs[samples - k])
        yield numpy.where(wrong < k, 1.0, 1 - none)


def majority(questions, draws):
    """The same for votes."""
    source = numpy.random.default_rng(7)
    for k in KS:
        shares = []
        for counts, right in questions:
            drawn = source.multinomial(k, counts / counts.sum(), size=draws)
            leads = drawn == drawn.max(axis=1, keepdims=True)
            shares.append(((leads & right).any(axis=1) / leads.sum(axis=1)).mean())
        yield numpy.array(shares)


def main(path, engine, draws="0"):
    question, counts, right, tokens = {"polars": with_polars, "duckdb": with_duckdb, "pandas": with_pandas}[engine](path)
    counts, right = numpy.asarray(counts, numpy.int64), numpy.asarray(right, bool)
    cuts = numpy.flatnonzero(numpy.diff(question)) + 1
    questions = list(zip(numpy.split(counts, cuts), numpy.split(right, cuts)))
    samples = numpy.array([counts.sum() for counts, _ in questions])
    correct = numpy.array([counts[right].sum() for counts, right in questions])
    print("groups=%d n=%d tokens=%d pass@k %s" % (
        len(questions), samples.sum(), tokens, " ".join("%.9f" % value.mean() for value in pass_at_k(samples, correct))))
    if int(draws):
        print("majority of k " + " ".join("%.4f" % value.mean() for value in majority(questions, int(draws))))


if __name__ == "__main__":
    main(*sys.argv[1:])
