#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores a reader of exercise articles against gold readings.

    score.py --gold DIR --reader 'COMMAND'     COMMAND is run once per DIR/*.txt, the path appended,
                                               and prints the reading as JSON (see vocabulary.md)
    score.py --self-test

The headline is the mean over articles of: the best in-order alignment of the predicted steps with the gold
steps, summed agreement / max(number of gold, number of predicted steps). A pair of steps agrees by the F1 of
their two move sets, halved where the breath differs, times 0.8 where the side differs.

A gold reading may hold what is arguable: a step's "may" moves and "may_breath", the reading's "may_start" and
"may_cautions", and its "options", "throughout" and "beyond" are neither required nor wrong. A gold step that is not read counts as a silent loss unless an
"unread" entry quotes it; an "unread" entry that quotes no instruction of the text counts as false.
"""

import argparse
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from statistics import mean

WRONG_BREATH, WRONG_SIDE = 0.5, 0.8
TIMEOUT_S = 10


def same_breath(gold: dict, read: dict) -> bool:
    return read.get("breath", "free") in {gold.get("breath", "free"), *gold.get("may_breath", [])}


def agreement(gold: dict, read: dict) -> float:
    """How far one predicted step says what one gold step says, 0 to 1."""
    g = set(gold.get("moves", []))
    r = set(read.get("moves", [])) - (set(gold.get("may", [])) - g)
    if not g or not r:
        return 0.0
    value = 2 * len(g & r) / (len(g) + len(r))
    if not same_breath(gold, read):
        value *= WRONG_BREATH
    if gold.get("side", "none") != read.get("side", "none"):
        value *= WRONG_SIDE
    return value


def align(gold: list, read: list) -> list[tuple[int, int, float]]:
    """The in-order pairs (gold index, read index, agreement) of greatest summed agreement."""
    best = [[0.0] * (len(read) + 1) for _ in range(len(gold) + 1)]
    for i, g in enumerate(gold):
        for j, r in enumerate(read):
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], best[i][j] + agreement(g, r))
    pairs, i, j = [], len(gold), len(read)
    while i and j:
        value = agreement(gold[i - 1], read[j - 1])
        if value > 0 and best[i][j] == best[i - 1][j - 1] + value:
            pairs.append((i - 1, j - 1, value))
            i, j = i - 1, j - 1
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def same_rounds(gold: dict, read: dict) -> bool:
    a, b = gold.get("rounds"), read.get("rounds")
    return (not a and not b) or (bool(a) and bool(b) and a.get("min") == b.get("min") and a.get("max") == b.get("max"))


def same_hold(gold: dict, read: dict) -> bool:
    a, b = gold.get("hold") or {}, read.get("hold") or {}
    return all(a.get(unit, 0) == b.get(unit, 0) for unit in ("seconds", "breaths"))


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower().replace("\u2019", "'"))


def quotes(step: dict, passage: dict, run_length: int = 4) -> bool:
    """Whether the step's text and the passage's share a run of words."""
    a, b = words(step.get("text", "")), " " + " ".join(words(passage.get("text", ""))) + " "
    n = min(run_length, len(a))
    return n > 0 and any(f" {' '.join(a[k:k + n])} " in b for k in range(len(a) - n + 1))


def tolerated(step: dict, gold: dict) -> bool:
    """Whether a step that matches no gold step is an option, a constant cue or beyond the vocabulary."""
    passages = [p for key in ("options", "throughout", "beyond") for p in gold.get(key, []) if quotes(step, p)]
    named = {move for p in passages for move in p.get("moves", [])}
    return bool(passages) and (not named or set(step.get("moves", [])) <= named)


def score(gold: dict, read: dict) -> dict:
    """Every figure for one article."""
    steps, told = gold.get("steps", []), read.get("steps", [])
    pairs = align(steps, told)
    matched = {j for _, j, _ in pairs}
    told = [s for j, s in enumerate(told) if j in matched or not tolerated(s, gold)]
    pairs = align(steps, told)
    matched_gold, matched_read = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    unread = read.get("unread", [])
    told_of = [p for key in ("steps", "options", "throughout", "beyond", "avoid") for p in gold.get(key, [])]
    true = sum(len(set(steps[i]["moves"]) & set(told[j]["moves"])) for i, j, _ in pairs)
    cautions = set(gold.get("cautions", []))
    warned = set(read.get("cautions", [])) - (set(gold.get("may_cautions", [])) - cautions)
    return {
        "score": sum(v for _, _, v in pairs) / max(len(steps), len(told), 1),
        "gold_moves": sum(len(set(s.get("moves", []))) for s in steps),
        "read_moves": sum(len(set(s.get("moves", []))) for s in told),
        "true_moves": true,
        "pairs": len(pairs),
        "breath_right": sum(same_breath(steps[i], told[j]) for i, j, _ in pairs),
        "side_right": sum(steps[i].get("side", "none") == told[j].get("side", "none") for i, j, _ in pairs),
        "start_right": read.get("start") in {gold.get("start"), *gold.get("may_start", [])},
        "finish_right": gold.get("finish") == read.get("finish"),
        "rounds_right": same_rounds(gold, read),
        "hold_right": same_hold(gold, read),
        "cautions_gold": len(cautions), "cautions_read": len(warned), "cautions_true": len(cautions & warned),
        "silent_losses": [s["text"] for i, s in enumerate(steps) if i not in matched_gold and not any(quotes(u, s) for u in unread)],
        "lost_moves": sum(len(set(steps[i]["moves"]) - set(told[j]["moves"])) for i, j, _ in pairs
                          if not any(quotes(u, steps[i]) for u in unread)),
        "false_unread": [u.get("text", "") for u in unread if not any(quotes(u, p) for p in told_of)],
        "invented": [s.get("text", "") for j, s in enumerate(told) if j not in matched_read],
        "forbidden": [s.get("text", "") for j, s in enumerate(told)
                      if j not in matched_read and any(quotes(s, a) for a in gold.get("avoid", []))],
    }


def f1(true: int, gold: int, read: int) -> float:
    return 2 * true / (gold + read) if gold + read else 1.0


def summary(rows: list[dict]) -> dict:
    total = lambda key: sum(r[key] for r in rows)
    share = lambda key: mean(r[key] for r in rows)
    pairs = max(total("pairs"), 1)
    return {
        "articles": len(rows),
        "score": mean(r["score"] for r in rows),
        "move_precision": total("true_moves") / max(total("read_moves"), 1),
        "move_recall": total("true_moves") / max(total("gold_moves"), 1),
        "move_f1": f1(total("true_moves"), total("gold_moves"), total("read_moves")),
        "breath": total("breath_right") / pairs,
        "side": total("side_right") / pairs,
        "start": share("start_right"), "finish": share("finish_right"),
        "rounds": share("rounds_right"), "hold": share("hold_right"),
        "cautions_f1": f1(total("cautions_true"), total("cautions_gold"), total("cautions_read")),
        "silent_losses": sum(len(r["silent_losses"]) for r in rows),
        "lost_moves": total("lost_moves"),
        "false_unread": sum(len(r["false_unread"]) for r in rows),
        "invented": sum(len(r["invented"]) for r in rows),
        "forbidden": sum(len(r["forbidden"]) for r in rows),
    }


def run(reader: str, article: Path) -> tuple[dict, str]:
    """The reading of one article, or an empty one and why."""
    try:
        done = subprocess.run([*shlex.split(reader), str(article)], capture_output=True, text=True, timeout=TIMEOUT_S)
        if done.returncode:
            return {}, f"exit {done.returncode}: {done.stderr.strip()[:200]}"
        return json.loads(done.stdout), ""
    except subprocess.TimeoutExpired:
        return {}, f"no answer in {TIMEOUT_S} s"
    except (OSError, ValueError) as error:
        return {}, str(error)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, help="folder of NN-slug.txt with NN-slug.json beside each")
    parser.add_argument("--reader", help="command that prints a reading as JSON")
    parser.add_argument("--json", action="store_true", help="print every figure as JSON")
    parser.add_argument("--losses", action="store_true", help="print each silent loss and invented step")
    parser.add_argument("--self-test", action="store_true")
    args = parser.parse_args()
    if args.self_test:
        return self_test()
    if not args.gold or not args.reader:
        parser.error("--gold and --reader are needed")
    articles = [a for a in sorted(args.gold.glob("*.txt")) if a.with_suffix(".json").exists()]
    if not articles:
        parser.error(f"no article with a gold reading in {args.gold}")
    rows = {}
    for article in articles:
        read, error = run(args.reader, article)
        rows[article.stem] = score(json.loads(article.with_suffix(".json").read_text()), read) | {"error": error}
    overall = summary(list(rows.values()))
    if args.json:
        print(json.dumps({"overall": overall, "articles": rows}, indent=1))
        return 0
    for name, row in rows.items():
        print(f"{row['score']:.3f}  {name}  {row['error']}")
        if args.losses:
            for text in row["silent_losses"]:
                print(f"       lost      {text[:100]}")
            for text in row["false_unread"]:
                print(f"       no order  {text[:100]}")
            for text in row["invented"]:
                print(f"       {'FORBIDDEN' if text in row['forbidden'] else 'invented '} {text[:100]}")
    print("  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in overall.items()))
    return 0


def self_test() -> int:
    step = lambda breath, *moves, side="none", line=1: {
        "breath": breath, "side": side, "moves": list(moves), "line": line, "text": " ".join(moves)}
    gold = {"start": "all-fours", "rounds": {"min": 3, "max": 5}, "cautions": ["knees"],
            "steps": [step("exhale", "spine.round", "head.drop"), step("inhale", "pelvis.back", line=2)]}
    perfect = score(gold, gold)
    assert perfect["score"] == 1 and not perfect["silent_losses"] and not perfect["invented"]
    empty = score(gold, {})
    assert empty["score"] == 0 and len(empty["silent_losses"]) == 2 and not empty["start_right"]
    honest = score(gold, {"unread": [{"line": s["line"], "text": s["text"]} for s in gold["steps"]]})
    assert honest["score"] == 0 and not honest["silent_losses"] and not honest["false_unread"]
    noisy = score(gold, {"unread": [{"line": 1, "text": "subscribe to my newsletter"}]})
    assert len(noisy["silent_losses"]) == 2 and len(noisy["false_unread"]) == 1
    wrong_breath = score(gold, gold | {"steps": [step("inhale", "spine.round", "head.drop"), gold["steps"][1]]})
    assert wrong_breath["score"] == (WRONG_BREATH + 1) / 2 and wrong_breath["breath_right"] == 1
    half = score(gold, gold | {"steps": [step("exhale", "spine.round"), gold["steps"][1]]})
    assert abs(half["score"] - (2 / 3 + 1) / 2) < 1e-12 and half["lost_moves"] == 1
    extra = score(gold, gold | {"steps": gold["steps"] + [step("free", "leg.lift", line=9)]})
    assert extra["score"] == 2 / 3 and len(extra["invented"]) == 1
    swapped = score(gold, gold | {"steps": gold["steps"][::-1]})
    assert swapped["score"] == 0.5, "order matters"
    sides = score({"steps": [step("free", "arm.reach", side="each")]}, {"steps": [step("free", "arm.reach", side="left")]})
    assert sides["score"] == WRONG_SIDE
    arguable = gold | {"steps": [gold["steps"][0] | {"may": ["core.engage"], "may_breath": ["free"]}, gold["steps"][1]]}
    assert score(arguable, gold)["score"] == 1, "what may be there need not be"
    more = step("free", "spine.round", "head.drop", "core.engage")
    assert score(arguable, gold | {"steps": [more, gold["steps"][1]]})["score"] == 1, "and may be"
    warning = gold | {"avoid": [{"line": 4, "text": "Do not let your belly sag toward the floor."}]}
    sagging = step("free", "spine.arch", line=4) | {"text": "let your belly sag toward the floor"}
    assert len(score(warning, gold | {"steps": gold["steps"] + [sagging]})["forbidden"]) == 1
    choice = gold | {"options": [{"line": 5, "text": "If you like, lift one knee as well"}]}
    lifted = step("free", "knee.bend", line=5) | {"text": "lift one knee as well"}
    assert score(choice, gold | {"steps": gold["steps"] + [lifted]})["score"] == 1
    print("self-test: 14 passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
