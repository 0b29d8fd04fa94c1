# SPDX-License-Identifier: Apache-2.0
"""What the checks of the repository share: its files, and a scratch folder that looks like it."""
import contextlib
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def files(*patterns):
    """The files under version control that match one of the patterns of git (`src/**/*.h`), none of them binary."""
    listed = subprocess.run(["git", "ls-files", "-z", "--"] + [f":(glob){p}" for p in patterns], cwd=ROOT,
                            check=True, capture_output=True, text=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:8192]]


def short(path):
    return str(path.relative_to(ROOT))


@contextlib.contextmanager
def scratch():
    """A folder in which everything of the repository is seen, and what is written stays out of the repository."""
    with tempfile.TemporaryDirectory() as folder:
        for entry in ROOT.iterdir():
            (pathlib.Path(folder) / entry.name).symlink_to(entry)
        yield folder


def run(command, seconds=120, **options):
    """Runs a command in a scratch folder, without a terminal."""
    with scratch() as folder:
        return subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds,
                              **options)
