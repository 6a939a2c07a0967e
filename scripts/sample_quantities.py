#!/usr/bin/env python3
"""Draws quantities that `kawaraban quantities` finds in real texts, for reading in context.

  scripts/sample_quantities.py --kind currency --count 100 --seed 1 FOLDER...      amounts found, marked
  scripts/sample_quantities.py --missing --count 100 --seed 1 FOLDER...            lines with a currency word outside every amount found

Texts are .md, .txt (as they are) and .json (every string in it); the language is the name of the folder (ja, en, zh).
The same seed over the same files draws the same sample.
"""
import argparse, json, pathlib, random, re, subprocess, sys

CURRENCY_WORD = re.compile(
    r"[$€£¥￥₩₹]|ドル|ユーロ|ポンド|ウォン|ルピー|ディルハム|(?<=[0-9０-９万億兆百千])円|人民元|台湾元|美元|欧元|人民币|港元|日元|亿元|万元|"
    r"\b(?:dollars?|euros?|yen|yuan|USD|EUR|RMB|JPY|GBP)\b")


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from strings(child)
    elif isinstance(value, list):
        for child in value:
            yield from strings(child)


def lines(folders):
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if path.suffix not in (".md", ".txt", ".json"):
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            parts = strings(json.loads(text)) if path.suffix == ".json" else [text]
            language = path.parent.name if path.parent.name in ("ja", "en", "zh") else "ja"
            for part in parts:
                for number, line in enumerate(part.splitlines()):
                    if line.strip():
                        yield {"id": f"{path.name}:{number}", "text": line, "lang": language, "reference_time": "2026-06-15"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--kind", default="currency")
    parser.add_argument("--missing", action="store_true")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--context", type=int, default=30)
    parser.add_argument("--binary", default=str(pathlib.Path(__file__).parent.parent / ".build/debug/kawaraban"))
    arguments = parser.parse_args()
    requests = list(lines(arguments.folders))
    payload = "\n".join(json.dumps(request, ensure_ascii=False) for request in requests) + "\n"
    output = subprocess.run([arguments.binary, "quantities"], input=payload.encode(), stdout=subprocess.PIPE, check=True).stdout
    answers = [json.loads(line)["pred"] for line in output.decode().splitlines()]
    drawn = []
    for request, predictions in zip(requests, answers):
        if arguments.missing:
            rest = request["text"]
            for p in predictions:
                if p["kind"] == "currency" and p.get("unit") != "Unnamed":
                    rest = rest[:p["start"]] + "■" * (p["end"] - p["start"]) + rest[p["end"]:]
            if CURRENCY_WORD.search(rest):
                drawn.append((dict(request, text=rest), None))
        else:
            drawn += [(request, p) for p in predictions if p["kind"] == arguments.kind and p.get("unit") != "Unnamed"]
    print(f"{len(drawn)} in {len(requests)} lines", file=sys.stderr)
    random.Random(arguments.seed).shuffle(drawn)
    for request, p in drawn[: arguments.count]:
        text = request["text"]
        if p is None:
            at = CURRENCY_WORD.search(text).start()
            print(f"{request['lang']}\t{text[max(0, at - 60):at + 60]}")
            continue
        before = text[max(0, p["start"] - arguments.context):p["start"]]
        behind = text[p["end"]:p["end"] + arguments.context]
        facts = " ".join(f"{key}={p[key]}" for key in ("value", "unit", "timex", "lower", "upper") if p.get(key))
        print(f"{request['lang']}\t{before}«{text[p['start']:p['end']]}»{behind}\t{facts}")


if __name__ == "__main__":
    main()
