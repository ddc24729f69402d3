"""Points with bars, curves, bands and a legend. usage: j5_matplotlib.py small.csv fig_curve.csv out.svg"""
import csv
import sys

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot  # noqa: E402  (the backend comes first)


def columns(path):
    """model -> column -> values"""
    tables = {}
    with open(path) as file:
        for row in csv.DictReader(file):
            table = tables.setdefault(row.pop("model"), {})
            for name, text in row.items():
                table.setdefault(name, []).append(float(text))
    return tables


points, curves = columns(sys.argv[1]), columns(sys.argv[2])
pyplot.rcParams["svg.fonttype"] = "none"
figure, axes = pyplot.subplots(figsize=(7.6, 4.8))
for i, (model, curve) in enumerate(curves.items()):
    colour, point = "C%d" % i, points[model]
    axes.fill_between(curve["tokens"], curve["lo"], curve["hi"], color=colour, alpha=0.2, linewidth=0)
    axes.plot(curve["tokens"], curve["fit"], color=colour)
    axes.errorbar(point["tokens"], point["accuracy"], point["stderr"], fmt="o", color=colour, label=model)
axes.set(xscale="log", ylim=(0, 1), xlabel="Inference tokens", ylabel="Accuracy",
         title="Accuracy against inference tokens")
axes.grid(alpha=0.3)
axes.legend()
figure.savefig(sys.argv[3])
