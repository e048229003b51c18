#!/usr/bin/env python3
"""Compares `fairlead policy crowd` with the Python package pycanon on the same tables of people.

usage: crowd_judge.py FAIRLEAD

Tables are drawn from a fixed seed: places, months, kinds of ships and of sources, of many sizes. For every set of columns
the figures k (k-anonymity) and l (distinct l-diversity) of both must be the same; cells are compared with pandas.
"""
import json
import os
import random
import subprocess
import sys
import tempfile

import pandas
from pycanon import anonymity

PLACES = ["AUFRE", "AUSYD", "NLRTM", "DEHAM", "KEMBA", "ECGYE"]
MONTHS = ["2024-01", "2024-02", "2024-03"]
SHIPS = ["container-ship", "tanker", "reefer-ship"]
KINDS = ["carrier", "terminal", "haulier", "forwarder", "agent"]


def table(generator, size):
    rows = []
    for _ in range(size):
        # A long tail: large ports have many people, small ones a few.
        place = PLACES[min(int(generator.expovariate(0.7)), len(PLACES) - 1)]
        rows.append({
            "place": place, "month": generator.choice(MONTHS), "conveyance": generator.choice(SHIPS),
            "kind": generator.choice(KINDS[: 1 + generator.randrange(len(KINDS))]),
        })
    return pandas.DataFrame(rows)


def ours(program, path, columns):
    arguments = [program, "policy", "crowd", path, "--kind", "kind", "-o", "json"]
    for column in columns:
        arguments += ["--cell", column]
    return json.loads(subprocess.run(arguments, stdout=subprocess.PIPE, check=True).stdout)


def main():
    program = sys.argv[1]
    generator = random.Random(20261120)
    compared, cells, figures = 0, 0, set()
    for number in range(24):
        frame = table(generator, generator.choice([1, 7, 40, 150, 400]))
        with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as file:
            frame.to_csv(file, index=False)
        try:
            for columns in (["place"], ["place", "month"], ["place", "month", "conveyance"], ["month"]):
                found = ours(program, file.name, columns)
                expected = (
                    anonymity.k_anonymity(frame, columns),
                    anonymity.l_diversity(frame, columns, ["kind"]),
                )
                assert (found["k"], found["l"]) == expected, (number, columns, found["k"], found["l"], expected)
                groups = {
                    key if isinstance(key, tuple) else (key,): (len(group), group["kind"].nunique())
                    for key, group in frame.groupby(columns)
                }
                listed = {tuple(cell["cell"][name] for name in columns): (cell["k"], cell["l"])
                          for cell in found["cells"]}
                assert listed == groups, (number, columns)
                compared += 1
                cells += len(listed)
                figures.add(expected)
        finally:
            os.unlink(file.name)
    # Tables that are all alike would compare nothing.
    assert len(figures) > 8, figures
    print(f"k and l agree with pycanon on {compared} tables, {cells} cells agree with pandas")


if __name__ == "__main__":
    main()
