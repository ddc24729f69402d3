#!/usr/bin/env python3
"""Prints the measurements as Markdown: times, memory, sizes of figures, and ours divided by each peer's.

usage: report.py RESULTS.jsonl [JOB...]
Fails when a command of ours failed, and never because of a time. Standard library only.
"""
import csv
import gzip
import io
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from statistics import median

OURS = "scaling"
TITLES = {
    "J1": "what is in 1,000,000 rows: counts, means and ranges per model and benchmark",
    "J2": "3 models, 4 series each, 2,000 refits by case, with bands",
    "J3": "Hoffmann's law of 245 runs: global fit and 4,000 refits",
    "J4a": "1,000,000 samples in CSV: counts and pass@k",
    "J4b": "1,000,000 samples in JSON Lines: counts and pass@k",
    "J4c": "1,000,000 samples in CSV: the majority of k, from k = 1 to 1,024",
    "J4d": "10,000,000 samples in CSV: counts and pass@k",
    "J4e": "10,000,000 samples in JSON Lines: counts and pass@k",
    "J4f": "10,000,000 samples in CSV: the majority of k, from k = 1 to 1,024",
    "J7": "one curve through 24 points with 3 parameters, over and over; what each took is below",
    "J5b": "20 panels with 200 series and their given curves",
    "J5c": "100,000 points and a given curve",
    "J5": "one figure from points and a given curve with a band",
    "J6-e2e-B0": "4 series, 3 models each, AICc, figure and report",
    "J6-e2e-B2000": "the same with 2,000 refits per series",
    "J8": "a contest of 6 curves on 15 points, 999 series simulated from each",
    "J9": "every claim that ships, judged",
    "J10": "a surface of 400 rows, 2,000 refits to models drawn with replacement",
    "J11": "all blocks of the README and the notebooks, run; the peer does one notebook's fits and figure",
    "J12": "the same blocks, checked with nothing changed",
    "J13b": "one HTML page of 1,000,000 rows of results per model and benchmark",
    "J13": "one HTML page of 1,000,000 samples: votes, pass@k, figures",
}
# Libraries by the name under which a command asks for them.
LIBRARIES = ["pandas", "polars", "duckdb", "scipy", "numpy", "matplotlib", "seaborn", "altair", "plotly"]
PACKAGES = ["data.table", "minpack.lm", "svglite", "ggplot2"]


def first_line(*command):
    if shutil.which(command[0]) is None:
        return None
    answer = subprocess.run(command, capture_output=True, text=True)
    lines = (answer.stdout or answer.stderr).strip().splitlines()
    return lines[0].strip() if answer.returncode == 0 and lines else None


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            return re.search(r"model name\s*: (.*)", file.read())[1]
    except (OSError, TypeError):
        return platform.processor() or platform.machine()


def versions(commands):
    """The versions of what the commands use."""
    found = [first_line("swift", "--version"), "GSL %s" % first_line("gsl-config", "--version")]
    pythons = {command.split()[0] for command in commands if "python" in command.split()[0]}
    for python in sorted(pythons):
        script = ("import sys, importlib.metadata as m\nprint('Python ' + sys.version.split()[0], end='')\n"
                  "for name in %r:\n  try: print(', ' + name, m.version(name), end='')\n"
                  "  except m.PackageNotFoundError: pass" % LIBRARIES)
        found.append(first_line(python, "-c", script))
    if any("Rscript" in command for command in commands):
        script = ("cat(R.version.string); for (p in commandArgs(TRUE)) if (requireNamespace(p, quietly = TRUE)) "
                  "cat(',', p, format(packageVersion(p)))")
        found.append(first_line("Rscript", "-e", script, *PACKAGES))
    if any(command.startswith("gnuplot") for command in commands):
        found.append(first_line("gnuplot", "--version"))
    return [version for version in found if version]


def seconds(value):
    return "%.4f" % value if value < 0.1 else "%.3f" % value if value < 10 else "%.1f" % value


def ratio(ours, theirs):
    value = ours / theirs
    return "%.3f (1/%.1f)" % (value, 1 / value) if value < 1 else "%.2f" % value


def figure(command):
    """Size of the figure that a command wrote."""
    for path in re.findall(r"\S+\.svg\b", command):
        if os.path.exists(path):
            with open(path, "rb") as file:
                content = file.read()
            return "%.1f kB (%.1f)" % (len(content) / 1000, len(gzip.compress(content, 9)) / 1000)
    return ""


def residuals(command):
    """(series, model) -> residual sum of squares, from a report that has them under these names."""
    for path in re.findall(r"\S+\.json\b", command):
        try:
            with open(path) as file:
                series = json.load(file)["series"]
            return {(one["name"], fit["model"]): fit.get("statistics", fit)["residualSumOfSquares"]
                    for one in series for fit in one["fits"]}
        except (OSError, KeyError, TypeError, ValueError):
            return {}
    return {}


def votes(out):
    """Curve -> its values at rising k, from a report of ours in CSV or the lines of a peer."""
    found = {}
    if out.startswith("group,"):
        for row in csv.DictReader(io.StringIO(out)):
            curve = {"any_right": "pass@k", "majority": "majority"}.get(row.get("curve", "any_right"))
            if curve:
                found.setdefault(curve, []).append(float(row.get("coverage") or row.get("accuracy")))
        return found
    for curve, pattern in (("pass@k", r"pass@k +([\d. ]+)"), ("majority", r"(?:maj@k|majority of k) +([\d. ]+)")):
        line = re.search(pattern, out)
        if line:
            found[curve] = [float(value) for value in line[1].split()]
    return found


def vote_agreement(runs):
    """By how much the curves of the peers differ from ours, which are exact; theirs of majorities are simulated."""
    every = {name: votes(records[0]["out"]) for name, records in runs.items() if records[0]["rc"] == 0}
    for name, found in every.items():
        for curve, values in found.items():
            ours = every.get(OURS, {}).get(curve, [])
            if name != OURS and len(values) == len(ours):
                yield "%s against %s: largest difference %.1e" % (
                    curve, name, max(abs(a - b) for a, b in zip(values, ours)))


def agreement(runs):
    """Do all who fitted find the same least squares? A saturating power has none on such data."""
    yield from vote_agreement(runs)
    every = {name: residuals(records[0]["cmd"]) for name, records in runs.items() if records[0]["rc"] == 0}
    every = {name: found for name, found in every.items() if found}
    for name, found in every.items():
        if name == OURS or OURS not in every:
            continue
        keys = [key for key in found if key in every[OURS] and key[1] in ("log-linear", "logistic")]
        if keys:
            worst = max(abs(every[OURS][key] / found[key] - 1) for key in keys)
            yield "residual sums of squares against %s, %d fits: largest relative difference %.1e" % (
                name, len(keys), worst)
    for name, records in runs.items():
        for line in re.findall(r"^fit of 24 points.*", records[0]["out"], re.M):
            yield "%s: %s" % (name, line)
    lines = {name: re.search(r"^groups=.*", records[0]["out"], re.M) for name, records in runs.items()}
    answers = {line[0] for line in lines.values() if line}
    if len(answers) == 1 and sum(1 for line in lines.values() if line) > 1:
        yield "the peers agree: " + answers.pop()
    elif answers:
        yield "the peers differ: " + "; ".join("%s %s" % (name, line[0]) for name, line in lines.items() if line)


def table(job, runs):
    title = next((TITLES[key] for key in sorted(TITLES, key=len, reverse=True) if job.startswith(key)), "")
    print("### %s%s\n" % (job, ": " + title if title else ""))
    print("| | runs | wall, s (least-most) | CPU, s | peak RSS, MiB | figure (gzip) | others | scaling / this |")
    print("|---|---|---|---|---|---|---|---|")
    walls = {name: median(record["wall"] for record in records)
             for name, records in runs.items() if all(record["rc"] == 0 for record in records)}
    for name, records in sorted(runs.items(), key=lambda item: walls.get(item[0], float("inf"))):
        if name not in walls:
            failed = next(record for record in records if record["rc"] != 0)
            reason = (failed["err"].strip().splitlines() or ["no message"])[-1]
            print("| %s | %d | failed (%d): %s | | | | | |" % (name, len(records), failed["rc"], reason.replace("|", "/")))
            continue
        wall = [record["wall"] for record in records]
        compared = "" if name == OURS or OURS not in walls else ratio(walls[OURS], walls[name])
        print("| %s | %d | %s (%s-%s) | %s | %.1f | %s | %.0f %% | %s |" % (
            "**scaling**" if name == OURS else name, len(records), seconds(walls[name]), seconds(min(wall)),
            seconds(max(wall)), seconds(median(record["cpu"] for record in records)),
            max(record["rss"] for record in records), figure(records[0]["cmd"]),
            100 * median(record["foreign"] for record in records) / os.cpu_count(), compared))
    print()
    notes = list(agreement(runs))
    for note in notes:
        print("- " + note)
    if notes:
        print()


def main(path, *wanted):
    with open(path) as file:
        records = [json.loads(line) for line in file]
    records = [record for record in records if not wanted or record["job"].startswith(wanted)]
    jobs = {}
    for record in records:
        jobs.setdefault(record["job"], {}).setdefault(record["peer"], []).append(record)
    jobs = {job: runs for job, runs in jobs.items() if OURS in runs}
    print("## Measured\n")
    print("%s, %d cores, %s. Whole cold processes with a warm file cache, the commands of a job in turn; medians. "
          "\"Others\" is the share of the machine that other processes had meanwhile. "
          "Times drift from day to day; ratios of one run hold.\n" % (processor(), os.cpu_count(), platform.platform()))
    for version in versions({record["cmd"] for record in records}):
        print("- " + version)
    print()
    for job, runs in sorted(jobs.items()):
        table(job, runs)
    return any(record["rc"] != 0 for record in records if record["peer"] == OURS)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
