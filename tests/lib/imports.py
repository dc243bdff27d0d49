"""Who imports whom inside socdom, read from the source without running it."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def modules(package: Path = ROOT / "socdom") -> dict[str, Path]:
    """Dotted name → file of every module; what is in `share` is for other programs to read."""
    return {_dotted(path): path for path in sorted(package.rglob("*.py")) if "share" not in path.parts}


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> set[str]:
    """Dotted names a file imports anywhere, also inside functions; type-checking imports do not count."""
    names: set[str] = set()
    for node in _runtime_nodes(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in {path.name}"
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return names


def _runtime_nodes(tree: ast.AST) -> list[ast.AST]:
    found: list[ast.AST] = []
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        found += [child, *_runtime_nodes(child)]
    return found


def graph() -> dict[str, set[str]]:
    """Module → modules of socdom it imports (packages included, as Python runs their __init__)."""
    known = modules()
    edges: dict[str, set[str]] = {}
    for name, path in known.items():
        targets = {found for found in imported(path) if found in known}
        for target in list(targets):
            parts = target.split(".")
            targets |= {".".join(parts[:n]) for n in range(2, len(parts))}
        edges[name] = {target for target in targets if not name.startswith(f"{target}.")} - {name, "socdom"}
    return edges


def reachable(start: str, edges: dict[str, set[str]]) -> set[str]:
    """Everything that gets imported when `start` is."""
    found: set[str] = set()
    todo = [start]
    while todo:
        for target in edges.get(todo.pop(), ()):
            if target not in found:
                found.add(target)
                todo.append(target)
    return found
