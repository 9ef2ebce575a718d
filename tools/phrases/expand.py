"""One choice of every `[a|b|]` in a pattern."""
import re


def expand(text, generator):
    """`text` with each bracket replaced by one of its alternatives, from left to right, inner brackets first."""
    while True:
        changed = re.sub(r"\[([^\[\]]*)\]", lambda match: generator.choice(match[1].split("|")), text, count=1)
        if changed == text:
            return text
        text = changed
