#!/bin/bash
# Keeps the plugin's name in the list of the console's plugins (spec.plugins of consoles.operator.openshift.io/cluster).
#
#   switch.sh enable    adds the name, on OpenShift 4.20 and later
#   switch.sh disable   removes the name
#   switch.sh watch     removes the name whenever there is no ConsolePlugin of that name; runs until it is stopped
#
# Each change is a JSON patch that first tests what was read, so that it fails rather than undo somebody else's change;
# then the list is read again. Needs bash and curl.
set -uo pipefail

readonly plugin=expose-vm
readonly console_path=/apis/operator.openshift.io/v1/consoles/cluster
readonly plugins_path=/apis/console.openshift.io/v1/consoleplugins
# of Kubernetes 1, for OpenShift 4.20
readonly oldest_minor=33
readonly account=${SERVICE_ACCOUNT_FOLDER:-/var/run/secrets/kubernetes.io/serviceaccount}
readonly pause=${RETRY_SECONDS:-2}
readonly attempts=60

host=$KUBERNETES_SERVICE_HOST
# an IPv6 address
[[ $host == *:* ]] && host="[$host]"
readonly server="https://$host:$KUBERNETES_SERVICE_PORT"

say() { echo "expose-vm: $*" >&2; }

# call PATH [curl's arguments]: the token is read each time, since the kubelet renews it, and is on no command line
call() {
  local path=$1
  shift
  curl --silent --show-error --cacert "$account/ca.crt" --user-agent expose-vm-switch --header 'Accept: application/json' \
    --header @<(printf 'Authorization: Bearer %s' "$(<"$account/token")") "$@" "$server$path"
}

# ask PATH [curl's arguments]: sets status (000 when there was no answer) and answer
ask() {
  local all
  all=$(call "$1?pretty=false" --max-time 20 --write-out '\n%{http_code}' "${@:2}")
  status=${all##*$'\n'}
  answer=${all%$'\n'*}
}

# patch JSON
patch() {
  ask "$console_path" --request PATCH --header 'Content-Type: application/json-patch+json' --data-raw "$1"
}

# Sets list to the text of spec.plugins, empty when there is none. Fails when the console could not be read.
read_list() {
  list=''
  ask "$console_path"
  [[ $status == 200 ]] || return 1
  # in annotations the quotes are escaped, in managedFields the name begins with "f:"
  if [[ $answer =~ [^\\]\"plugins\":(\[[^]]*\]) ]]; then list=${BASH_REMATCH[1]}; fi
}

# Sets index to where the name is in the list. Fails when it is not.
find_name() {
  local names
  IFS=, read -ra names <<<"${list:1:-1}"
  for index in "${!names[@]}"; do
    [[ ${names[index]} == "\"$plugin\"" ]] && return 0
  done
  return 1
}

is_listed() { [[ -n $list ]] && find_name; }

# What the API server said last, on one line
last_answer() { echo "HTTP status $status ${answer//$'\n'/ }" | cut -c 1-300; }

enable() {
  local attempt
  for ((attempt = 1; attempt <= attempts; attempt++)); do
    ((attempt > 1)) && sleep "$pause"
    ask /version
    [[ $status == 200 ]] || continue
    if [[ $answer =~ \"minor\":\"([0-9]+) ]] && ((BASH_REMATCH[1] < oldest_minor)); then
      say "Expose VM needs OpenShift 4.20 or later (Kubernetes 1.$oldest_minor); this cluster runs Kubernetes" \
        "1.${BASH_REMATCH[1]}. The plugin was not enabled."
      return 1
    fi
    read_list || continue
    if is_listed; then
      say 'the plugin is enabled'
      return 0
    elif [[ -z $list ]]; then
      patch '[{"op":"test","path":"/spec/plugins","value":null},{"op":"add","path":"/spec/plugins","value":["'$plugin'"]}]'
    else
      patch '[{"op":"test","path":"/spec/plugins","value":'"$list"'},{"op":"add","path":"/spec/plugins/-","value":"'$plugin'"}]'
    fi
    [[ $status == 200 ]] && continue
    say "not enabled yet: $(last_answer)"
  done
  say "the plugin could not be enabled: $(last_answer)"
  return 1
}

disable() {
  local attempt
  for ((attempt = 1; attempt <= ${1:-attempts}; attempt++)); do
    ((attempt > 1)) && [[ $status != 200 ]] && sleep "$pause"
    if read_list; then
      if ! is_listed; then
        say 'the plugin is disabled'
        return 0
      fi
      remove_at "$index"
    fi
    [[ $status == 200 ]] || say "not disabled yet: $(last_answer)"
  done
  say "the plugin could not be disabled: $(last_answer)"
  return 1
}

disable_if_gone() {
  ask "$plugins_path/$plugin"
  [[ $status == 404 ]] && disable 3
}

# Sets known to where the name is in the list, empty when it is not.
remember() {
  known=''
  if read_list && is_listed; then known=$index; fi
}

# remove_at INDEX
remove_at() {
  patch '[{"op":"test","path":"/spec/plugins/'"$1"'","value":"'$plugin'"},{"op":"remove","path":"/spec/plugins/'"$1"'"}]'
}

# At the deletion of all that was installed the role goes a moment after the ConsolePlugin: so not even the list is read
# first.
disable_quickly() {
  if [[ -n $known ]] && remove_at "$known" && [[ $status == 200 ]]; then
    known=''
    say 'the plugin is disabled'
  else
    disable 3
  fi
}

watch() {
  local event events round
  # the first process of a container is not ended by a signal that it does not handle
  trap 'disable_if_gone; kill "$events" 2>/dev/null; exit 0' TERM INT
  while :; do
    disable_if_gone
    remember
    exec {stream}< <(exec 2>/dev/null; call "$plugins_path?watch=1&fieldSelector=metadata.name%3D$plugin&timeoutSeconds=240" --no-buffer)
    events=$!
    for ((round = 1; ; round++)); do
      if IFS= read -r -t 5 -u "$stream" event; then
        [[ $event == '{"type":"DELETED"'* ]] && disable_quickly
      elif (($? <= 128)); then
        break # the end of the stream, not of the five seconds
      elif ((round % 12 == 0)) || [[ -z $known && round -lt 12 ]]; then
        remember
      fi
    done
    exec {stream}<&-
    sleep "$pause"
  done
}

case ${1:-} in
  enable) enable ;;
  disable) disable ;;
  watch) watch ;;
  *)
    say 'say enable, disable, or watch'
    exit 2
    ;;
esac
