# Shared by tools/run and tools/test: installs the Debian packages that are missing, and builds.
# Sourced, not run. Needs bash.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
top=$PWD

# What the build needs (Debian 12 names).
build_packages=(
  gcc libc6-dev meson ninja-build pkg-config gettext git
  libglib2.0-dev libglib2.0-dev-bin libicu-dev libsqlite3-dev libjson-glib-dev zlib1g-dev
  libxlsxwriter-dev libgsf-1-dev libxml2-dev libcairo2-dev libpango1.0-dev
  libgtk-4-dev libadwaita-1-dev desktop-file-utils
)
# What the window needs to look right: Chinese faces for screen and paper, icons, settings.
run_packages=(
  fonts-noto-cjk adwaita-icon-theme librsvg2-common gsettings-desktop-schemas dbus dbus-x11
)

say () { printf '%s\n' "$*"; }

as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo > /dev/null; then
    sudo "$@"
  else
    say "需要安装软件包，但当前用户不是 root，也没有 sudo。请让管理员运行：$*" >&2
    return 1
  fi
}

# install_missing PACKAGE…: nothing to do, nothing asked.
install_missing () {
  local package missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2> /dev/null | grep -q 'ok installed' \
      || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "正在安装缺少的 Debian 软件包（${#missing[@]} 个）：${missing[*]}"
  [ "$(id -u)" -eq 0 ] || say "安装软件包需要管理员权限，可能会询问密码。"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" > /dev/null
}

# build FOLDER [MESON OPTION…]: with build_target set only that target.
build () {
  local folder=$1
  shift
  if [ -f "$folder/build.ninja" ]; then
    meson setup --reconfigure "$folder" "$top" "$@" > "$folder/setup.log"
  else
    mkdir -p "$folder"
    meson setup "$folder" "$top" "$@" > "$folder/setup.log" || { cat "$folder/setup.log" >&2; return 1; }
  fi
  ninja -C "$folder" ${build_target:-} > "$folder/build.log" 2>&1 || { cat "$folder/build.log" >&2; return 1; }
}
