#!/usr/bin/env python3
"""Runs the commands of a list as whole cold processes, those of one job in turn, round by round.

usage: measure.py JOBS.tsv RESULTS.jsonl
JOBS.tsv: job, rounds, name and command, separated by tabs. A round that is not recorded comes first,
so that files and libraries are in the cache for everyone. One JSON object per run. Standard library only.
"""
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time


def is_gnu_time(path):
    return path is not None and subprocess.run([path, "-f", "%M", "true"], capture_output=True).returncode == 0


# A child carries the peak memory of the process that started it until it becomes another program;
# GNU time is small, this interpreter is not.
TIME = next(filter(is_gnu_time, map(shutil.which, ["/usr/bin/time", "gtime"])), None)
if TIME is None:
    print("GNU time is missing: peak memory below that of Python itself is not seen", file=sys.stderr)


def busy_seconds():
    """CPU time of all processes since the start, where the system says it."""
    try:
        with open("/proc/stat") as file:
            user, nice, system, _, _, irq, softirq, steal = map(int, file.readline().split()[1:9])
    except OSError:
        return 0.0
    return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")


def run(command):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.NamedTemporaryFile() as note:
        arguments = shlex.split(command)
        if TIME:
            arguments = [TIME, "-f", "%M", "-o", note.name] + arguments
        before, start = busy_seconds(), time.perf_counter()
        process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        cpu = usage.ru_utime + usage.ru_stime
        if TIME:
            kibibytes = int(note.read().split()[-1])
        else:
            kibibytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
        out.seek(0)
        err.seek(0)
        return {
            "wall": wall, "cpu": cpu, "rss": kibibytes / 1024, "rc": process.returncode,
            "foreign": max(0.0, (busy_seconds() - before - cpu) / wall),
            "out": out.read(1 << 20).decode(errors="replace"), "err": err.read().decode(errors="replace")[-2000:],
        }


def main(list_path, results_path):
    with open(list_path) as file:
        commands = [line.rstrip("\n").split("\t") for line in file]
    with open(results_path, "w") as results:
        for job in dict.fromkeys(entry[0] for entry in commands):
            mine = [(name, int(rounds), command) for other, rounds, name, command in commands if other == job]
            for turn in range(-1, max(rounds for _, rounds, _ in mine)):
                for name, rounds, command in mine:
                    if turn >= rounds:
                        continue
                    result = run(command)
                    print("%-14s %-20s %s %8.3f s" % (job, name, "warm" if turn < 0 else "%4d" % (turn + 1),
                                                      result["wall"]), file=sys.stderr)
                    if turn >= 0:
                        result.update(job=job, peer=name, cmd=command, round=turn)
                        results.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
