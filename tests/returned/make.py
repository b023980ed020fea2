"""Makes the returned workbooks under tests/data/returned and the facts beside them.

    make.py FOLDER [SET]     facts and every file that python can write, of all sets or of one
    make.py FOLDER [SET] --all
                             also those of LibreOffice (soffice) and SheetJS (node, with NODE_PATH naming a
                             folder in which `npm install xlsx@0.18.5` was done)
    make.py --check FOLDER   compares facts and tables with the descriptions

A file that is not made here again stays as it was committed. The facts of a set come from its description
alone, so that a test can compare those committed with those made now."""

import json
import pathlib
import sys

import set_2020
import set_states
from returned import nominations

SETS = {"2020": set_2020, "states": set_states}


def json_text(value):
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def readme(module):
    lines = [module.__doc__.strip(), "", "| 文件 | 写它的程序 | 区镇 | 附录 B | 状态 |", "|---|---|---|---|---|"]
    lines += [
        f"| {file.name} | {file.made_by} | {file.district or '—'} | {file.defects.replace(' ', '、')} | {file.holds} |"
        for file in module.FILES
    ]
    return "\n".join([*lines, "", module.NOTES.strip(), ""])


def texts(module):
    """{name: text} of everything beside the workbooks."""
    found = {f"{file.name}.json": json_text(file.facts()) for file in module.FILES}
    found["before.json"] = json_text(module.BEFORE)
    if module.QUOTAS:
        given = [one for file in module.FILES for one in nominations(file)]
        found["nominations.json"] = json_text(given)
    found["README.md"] = readme(module)
    return found


def check(folder):
    """Names what is not as the descriptions say; the number of those."""
    wrong = 0
    for name, module in SETS.items():
        for path, text in texts(module).items():
            place = pathlib.Path(folder) / name / path
            if not place.exists() or place.read_text(encoding="utf-8") != text:
                print(f"{place}: not as described in {module.__name__}.py")
                wrong += 1
    return wrong


def main(folder, sets, everything):
    for name, module in sets.items():
        place = pathlib.Path(folder) / name
        place.mkdir(parents=True, exist_ok=True)
        for file in module.FILES:
            if everything or not file.by_hand:
                file.writer(place / file.name, file)
        for path, text in texts(module).items():
            (place / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "--check":
        sys.exit(min(check(sys.argv[2]), 1))
    words = [word for word in sys.argv[1:] if word != "--all"]
    chosen = {name: SETS[name] for name in words[1:]} or SETS
    main(words[0], chosen, "--all" in sys.argv)
