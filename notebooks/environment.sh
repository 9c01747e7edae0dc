# What the commands in this folder share. They set $doing ("open the notebooks") and $requirements
# (a file in this folder), source this file, and call its functions. Sets $notebooks and $python.
#
# BROADSHEET_VENV names another virtual environment than .venv of the repository.

fail() {
  echo "Cannot $doing: $*" >&2
  exit 2
}

notebooks=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
venv=${BROADSHEET_VENV:-$(dirname -- "$notebooks")/.venv}
python=$venv/bin/python

# Kernels work in the notebooks' folder, so a relative path must not depend on where we are now.
case ${BROADSHEET_OUTPUT:-/} in
  /*) ;;
  *) export BROADSHEET_OUTPUT="$PWD/$BROADSHEET_OUTPUT" ;;
esac

# A copy of the file that says what to install, written last, tells that the installation is whole.

install_packages() {
  cmp -s "$notebooks/$requirements" "$venv/installed-$requirements" && return
  command -v python3 >/dev/null || fail "python3 is not on the PATH. Install Python 3.10 or later."
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' ||
    fail "$(python3 --version) is too old. Install Python 3.10 or later."
  python3 -c 'import ensurepip, venv' 2>/dev/null ||
    fail "python3 has no venv module. Install it (on Debian and Ubuntu: apt-get install python3-venv)."
  echo "Installing JupyterLab, DuckDB, pandas and Altair into $venv: once, about half a minute."
  python3 -m venv "$venv" || fail "python3 -m venv $venv failed."
  "$python" -m pip install --quiet --disable-pip-version-check -r "$notebooks/$requirements" ||
    fail "pip could not install $requirements. Check the network or pip's index and start again."
  for file in requirements.txt "$requirements"; do
    cp "$notebooks/$file" "$venv/installed-$file"
  done
}

install_vega() {
  cmp -s "$notebooks/package.json" "$notebooks/node_modules/installed-package.json" && return
  command -v npm >/dev/null ||
    fail "npm is missing. Install Node.js with npm (on Debian and Ubuntu: apt-get install npm)."
  echo "Installing Vega into $notebooks/node_modules: once."
  npm install --prefix "$notebooks" --loglevel error --no-audit --no-fund --no-package-lock --ignore-scripts ||
    fail "npm could not install Vega. Check the network or npm's registry and start again."
  cp "$notebooks/package.json" "$notebooks/node_modules/installed-package.json"
}
