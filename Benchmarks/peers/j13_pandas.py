"""The content of a report on single samples: counts, pass@k, the majority of k, two figures, one HTML page.

usage: j13_pandas.py votes_*.csv PAGE.html [DRAWS]

pandas counts, pass@k follows from a table of log factorials, the majority of k votes from so many multinomial draws
per question and k (400 unless given), ties split evenly; intervals are of the mean over questions. matplotlib draws
both curves and the questions by their share of right samples as SVG within the page.
"""
import html
import io
import sys

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plot
import numpy
import pandas

from j4_counts import KS, majority, pass_at_k


def drawing(draw):
    figure, axes = plot.subplots(figsize=(7.6, 4.6))
    draw(axes)
    text = io.StringIO()
    figure.savefig(text, format="svg")
    plot.close(figure)
    return text.getvalue()[text.getvalue().index("<svg"):]


def main(path, page, draws="400"):
    table = pandas.read_csv(path)
    groups = table.groupby(["problem", "answer"]).agg(n=("tokens", "size"), right=("correct", "max")).reset_index()
    questions = [(group["n"].to_numpy(), group["right"].to_numpy(bool)) for _, group in groups.groupby("problem")]
    samples = numpy.array([counts.sum() for counts, _ in questions])
    correct = numpy.array([counts[right].sum() for counts, right in questions])
    curves = {"pass@k": list(pass_at_k(samples, correct)), "majority of k": list(majority(questions, int(draws)))}

    def share(axes):
        for name, values in curves.items():
            mean = numpy.array([value.mean() for value in values])
            half = 1.96 * numpy.array([value.std(ddof=1) / len(value) ** 0.5 for value in values])
            axes.fill_between(KS, mean - half, mean + half, alpha=0.2)
            axes.plot(KS, mean, marker="o", label=name)
        axes.set_xscale("log", base=2)
        axes.set_xlabel("samples per question")
        axes.set_ylabel("share of questions answered rightly")
        axes.legend()

    def strip(axes):
        axes.plot(numpy.sort(correct / samples), ".")
        axes.set_xlabel("questions in order")
        axes.set_ylabel("share of right samples")

    rows = pandas.DataFrame({name: [value.mean() for value in values] for name, values in curves.items()}, index=KS)
    with open(page, "w") as file:
        file.write("<!DOCTYPE html><html lang=en><meta charset=utf-8><title>%s</title>" % html.escape(path))
        file.write("<h1>What repeated samples reach</h1>" + drawing(share) + drawing(strip))
        file.write(rows.to_html() + table.describe(include="all").to_html() + "</html>\n")
    print("pass@k " + " ".join("%.9f" % value.mean() for value in curves["pass@k"]))
    print("majority of k " + " ".join("%.4f" % value.mean() for value in curves["majority of k"]))


main(*sys.argv[1:])
