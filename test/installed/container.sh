#!/bin/bash
# Runs a command as a container of a restricted pod does: a read-only root file system that holds the programs of this
# machine and what is mounted, an empty writable /tmp, a user that is not root, no capabilities.
#
#   container.sh ROOT [SOURCE TARGET]... -- COMMAND...
#
# ROOT is an empty folder. A SOURCE is a file or a folder, mounted read-only; as "tmpfs" an empty folder that can be
# written to. Runs inside `unshare --user --map-root-user --mount`. The network and the processes are this machine's.
set -eu

root=$1
shift

# read-only SOURCE TARGET: what this mount forbids stays forbidden, or the kernel would refuse
read_only() {
  local options
  mount --bind "$1" "$2"
  options=$(findmnt --noheadings --output VFS-OPTIONS --target "$2" | tail -n 1)
  mount -o "remount,bind,ro,${options#r[ow],}" "$2"
}

mount -t tmpfs -o mode=755 root "$root"
mkdir "$root"/{usr,etc,dev,proc,tmp,var}
for name in bin sbin lib lib64; do
  if [[ -e /usr/$name ]]; then
    mkdir "$root/usr/$name"
    read_only "/usr/$name" "$root/usr/$name"
  fi
  if [[ -L /$name ]]; then
    cp --no-dereference "/$name" "$root/$name"
  elif [[ -e /$name ]]; then
    mkdir "$root/$name"
    read_only "/$name" "$root/$name"
  fi
done
printf 'root:x:0:0::/:/bin/sh\ndefault:x:1001:0::/:/bin/sh\n' >"$root/etc/passwd"
printf 'root:x:0:\n' >"$root/etc/group"
mount --rbind /dev "$root/dev"
mount --rbind /proc "$root/proc"

while [[ $1 != -- ]]; do
  target=$root$2
  if [[ $1 == tmpfs ]]; then
    mkdir --parents "$target"
    mount -t tmpfs -o mode=1777,size=16m tmp "$target"
  else
    if [[ -d $1 ]]; then mkdir --parents "$target"; elif [[ ! -e $target ]]; then
      mkdir --parents "${target%/*}"
      touch "$target"
    fi
    read_only "$1" "$target"
  fi
  shift 2
done
shift
mount -o remount,ro "$root"
exec unshare --root="$root" --wd=/ --user --map-user=1001 --map-group=0 -- "$@"
