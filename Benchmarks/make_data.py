#!/usr/bin/env python3
"""Writes the inputs of the measurements: made up, and the same bytes every time.

usage: make_data.py FOLDER NAME...     NAME: agg, small, sat, chinchilla, surface, fig_curve, votes_1e6, votes_1e7,
       facets, facets_curve, crowd, crowd_curve, answers, runs, profiles

agg.csv        1,000,000 results: 40 models (one name holds a comma), 25 benchmarks, 4 metrics, some cells empty
small.csv      40 points: accuracy against inference tokens, 4 models of 10 points that follow a logistic
sat.csv        the 4 models on a benchmark where they follow a saturating power law
chinchilla.csv 245 training runs of a known law, some with a loss that is far too high
surface.csv    coverage of 40 models at 10 numbers of samples, 400 rows, with a deviation of each model
votes_1e6.csv  1,000,000 samples, 2,000 of each question: answer, whether it is right, tokens; some answers hold a
               comma; beside it the same rows in votes_1e6.jsonl, and ten times as many as votes_1e7
fig_curve.csv  the 4 true curves at 100 places each, with a band: a figure to draw without fitting anything
facets.csv     200 series of 8 points, 10 models on each of 20 benchmarks; facets_curve.csv their curves at 60 places
crowd.csv      100,000 points in two clouds; crowd_curve.csv a curve through them

The tables of data/simulated, beside surface.csv:
answers.csv    2 models, 40 questions, 32 answers each: right ones, and wrong ones of falling shares
runs.csv       80 training runs of the law of chinchilla.csv
profiles.csv   7 profiles of equal compute of the same law, 7 runs each

Standard library only.
"""
import bisect
import math
import os
import random
import sys

# Floor, ceiling, steepness per power of ten and log10 of the midpoint.
CURVES = {
    "alpha-mini": (0.10, 0.62, 2.2, 3.9),
    "beta-large": (0.18, 0.81, 1.9, 3.6),
    "gamma-think": (0.15, 0.93, 1.7, 4.2),
    "delta-base": (0.06, 0.45, 2.6, 3.7),
}
FIRST, LAST = 2.0, 6.2  # of log10 tokens


def logistic(x, floor, ceiling, steepness, midpoint):
    return floor + (ceiling - floor) / (1 + math.exp(-steepness * (x - midpoint)))


def normal(source):
    """Box and Muller's method: only random() itself keeps its sequence from one Python to the next."""
    return math.sqrt(-2 * math.log(1 - source.random())) * math.cos(2 * math.pi * source.random())


def small(file):
    source = random.Random(1)
    file.write("model,tokens,accuracy,stderr\n")
    for model, curve in CURVES.items():
        for i in range(10):
            x = FIRST + (LAST - FIRST) * i / 9 + 0.16 * (source.random() - 0.5)
            y = logistic(x, *curve) + 0.012 * normal(source)
            file.write("%s,%d,%.5f,%.5f\n" % (model, round(10**x), y, math.sqrt(y * (1 - y) / 500)))


def sat(file):
    source = random.Random(3)
    file.write("model,tokens,accuracy,stderr\n")
    curves = ((0.55, 0.12, 0.45), (0.78, 0.22, 0.38), (0.92, 0.15, 0.33), (0.41, 0.08, 0.52))
    for model, (ceiling, first, exponent) in zip(CURVES, curves):
        for i in range(10):
            x = FIRST + (LAST - FIRST) * i / 9 + 0.16 * (source.random() - 0.5)
            y = ceiling - (ceiling - first) * 10 ** (-exponent * (x - 2)) + 0.007 * normal(source)
            file.write("%s,%d,%.5f,%.5f\n" % (model, round(10**x), y, math.sqrt(y * (1 - y) / 500)))


def chinchilla(file):
    source = random.Random(4)
    file.write("N,D,loss\n")
    for _ in range(245):
        compute, ratio = 10 ** (18 + 4 * source.random()), 10 ** (0.3 + 2 * source.random())
        n = math.sqrt(compute / 6 / ratio)
        d = compute / 6 / n
        far = -0.06 * math.log(1 - source.random()) if source.random() < 0.03 else 0
        loss = (1.8172 + 482.01 / n**0.3478 + 2085.43 / d**0.3658) * math.exp(0.004 * normal(source) + far)
        file.write("%.0f,%.0f,%.6f\n" % (n, d, loss))


def law(n, d):
    return 1.8172 + 482.01 / n**0.3478 + 2085.43 / d**0.3658


def runs(file):
    source = random.Random(8)
    file.write("params_n,tokens_d,loss\n")
    for _ in range(80):
        n, d = 10 ** (7.5 + 2.3 * source.random()), 10 ** (9 + 2.2 * source.random())
        file.write("%.4g,%.4g,%.5f\n" % (n, d, law(n, d) * math.exp(0.004 * normal(source))))


def profiles(file):
    """Seven sizes around the best one of each budget, whose place is that of the law's exponents."""
    source = random.Random(9)
    ratio = 0.3658 / (0.3478 + 0.3658)
    best = (0.3478 * 482.01 / (0.3658 * 2085.43)) ** (1 / (0.3478 + 0.3658))
    file.write("compute,params_n,tokens_d,loss\n")
    for budget in range(7):
        compute = 6e18 * 10 ** (0.5 * budget)
        for step in range(-3, 4):
            n = best * (compute / 6) ** ratio * 10 ** (0.22 * step)
            d = compute / 6 / n
            file.write("%.4g,%.4g,%.4g,%.5f\n" % (compute, n, d, law(n, d) * math.exp(0.001 * normal(source))))


def answers(file):
    """A question has one right answer and five wrong ones of falling shares, as different from model to model as from
    question to question."""
    source = random.Random(10)
    file.write("model,question,answer,correct\n")
    for model, ability in (("small", -0.7), ("large", 0.5)):
        for question in range(40):
            right = logistic(1.6 * normal(source) + ability, 0, 1, 1, 0)
            shares = [0.55 ** rank * (0.5 + source.random()) for rank in range(5)]
            limits, total = [right], sum(shares)
            for share in shares:
                limits.append(limits[-1] + (1 - right) * share / total)
            for _ in range(32):
                answer = min(bisect.bisect(limits, source.random()), 5)
                file.write("%s,q%02d,%s,%d\n" % (model, question, "ABCDEF"[answer], answer == 0))


def surface(file):
    source = random.Random(6)
    file.write("model,train_flops,k,coverage,n_problems\n")
    for model in range(40):
        t, shift = 4 * source.random() - 2, 0.3 * normal(source)
        thresholds = [source.random() for _ in range(128)]
        for step in range(10):
            chance = logistic(0.6 * t + 1.5 * (0.25 * step - 1.1) + shift - 1, 0, 1, 1, 0)
            right = sum(threshold < chance for threshold in thresholds)
            file.write("model-%02d,%.6g,%.6g,%.6f,128\n" % (model, 10 ** (21 + t), 10 ** (0.25 * step), right / 128))


def fig_curve(file):
    file.write("model,tokens,fit,lo,hi\n")
    for model, curve in CURVES.items():
        for i in range(100):
            x = FIRST + (LAST - FIRST) * i / 99
            y, half = logistic(x, *curve), 0.012 + 0.02 * abs(x - 4.1) / 2.1
            file.write("%s,%.6g,%.6f,%.6f,%.6f\n" % (model, 10**x, y, y - half, y + half))


def facet_curves():
    for benchmark in range(20):
        for model in range(10):
            curve = (0.02 * (benchmark % 5), 0.4 + 0.05 * model, 1.6 + 0.1 * (benchmark % 7), 3.4 + 0.1 * model)
            yield "bench-%02d,model-%d" % (benchmark, model), curve


def facets(file):
    source = random.Random(6)
    file.write("benchmark,model,tokens,accuracy,stderr\n")
    for names, curve in facet_curves():
        for i in range(8):
            x = FIRST + (LAST - FIRST) * i / 7
            y = min(1, max(0, logistic(x, *curve) + 0.02 * normal(source)))
            file.write("%s,%d,%.5f,%.5f\n" % (names, round(10**x), y, 0.02))


def facets_curve(file):
    file.write("benchmark,model,tokens,fit\n")
    for names, curve in facet_curves():
        for i in range(60):
            x = FIRST + (LAST - FIRST) * i / 59
            file.write("%s,%.6g,%.6f\n" % (names, 10**x, logistic(x, *curve)))


def crowd(file):
    source = random.Random(7)
    file.write("tokens,accuracy\n")
    for i in range(100_000):
        middle, spread, level = (4.6, 0.25, 0.75) if i % 5 == 0 else (3.2, 0.4, 0.4)
        x, y = middle + spread * normal(source), level + 0.08 * normal(source)
        file.write("%.5g,%.5f\n" % (10**x, min(1, max(0, y))))


def crowd_curve(file):
    file.write("tokens,fit\n")
    for i in range(100):
        x = 2 + 3.5 * i / 99
        file.write("%.6g,%.6f\n" % (10**x, logistic(x, 0.38, 0.76, 3.5, 4.1)))


def agg(file):
    draw = random.Random(2).random
    kinds = ("base", "instruct", "think", "mini")
    models = ["model-%02d-%s" % (i, kinds[i % 4]) for i in range(40)]
    models[7] = '"model-07, extended thinking"'
    flop = ["%.3e" % 10 ** (22 + 4 * i / 39) for i in range(40)]
    metrics = ("accuracy", "pass@1", "maj@64", "score")
    file.write("model,benchmark,metric,value,stderr,train_flop,inference_tokens,cost_usd\n")
    for _ in range(1_000_000):
        m = int(draw() * 40)
        tokens = round(10 ** (2 + 4 * draw()))
        noise = 0.06 * (draw() + draw() + draw() - 1.5)
        value = round(min(1, max(0, 0.05 + 0.15 * math.log10(tokens) * (0.5 + m / 60) + noise)), 5)
        file.write("%s,bench_%02d,%s,%s,%.6g,%s,%d,%s\n" % (
            models[m], int(draw() * 25), metrics[int(draw() * 4)],
            "" if draw() < 0.005 else value, math.sqrt(value * (1 - value) / 300), flop[m], tokens,
            "" if draw() < 0.05 else "%.4g" % (tokens * (0.2 + m / 10) * 3e-4)))


def votes(table, lines, questions):
    """A question has one right answer, whose share varies from question to question, and wrong ones of falling shares."""
    source = random.Random(5)
    draw = source.random
    forms = ('"(%d, %d)"', "\\frac{%d}{%d}", "%d", "%d", "%d", "%d")
    table.write("problem,sample,answer,correct,tokens\n")
    for question in range(questions):
        form, base, right = forms[question % 6], int(900 * draw()), draw()
        steepness = 0.6 + 1.2 * draw()
        shares = [(rank + 1) ** -steepness for rank in range(3 + int(22 * draw()))]
        limits, sum_ = [right], sum(shares)
        for share in shares:
            limits.append(limits[-1] + (1 - right) * share / sum_)
        answers = [form % ((base + i, 2 * i + 3) if form.count("%d") == 2 else base + i) for i in range(len(limits))]
        for sample in range(2000):
            answer = min(bisect.bisect(limits, draw()), len(answers) - 1)
            text, tokens = answers[answer], 100 + int(8000 * draw() ** 3)
            table.write("prob-%05d,%d,%s,%d,%d\n" % (question, sample, text, answer == 0, tokens))
            lines.write('{"problem":"prob-%05d","sample":%d,"answer":"%s","correct":%s,"tokens":%d}\n' % (
                question, sample, text.strip('"').replace("\\", "\\\\"), "true" if answer == 0 else "false", tokens))


TABLES = {"agg": agg, "small": small, "sat": sat, "chinchilla": chinchilla, "surface": surface, "fig_curve": fig_curve,
          "facets": facets, "facets_curve": facets_curve, "crowd": crowd, "crowd_curve": crowd_curve,
          "answers": answers, "runs": runs, "profiles": profiles}
VOTES = {"votes_1e6": 500, "votes_1e7": 5000}


def main(folder, names):
    for name in names:
        paths = [os.path.join(folder, name + end) for end in ((".jsonl", ".csv") if name in VOTES else (".csv",))]
        # Whole or not at all: a measurement of half a table would look like a fast one.
        files = [open(path + ".part", "w", newline="\n") for path in paths]
        if name in VOTES:
            votes(files[1], files[0], VOTES[name])
        else:
            TABLES[name](files[0])
        for file, path in zip(files, paths):
            file.close()
            os.replace(path + ".part", path)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
