#!/bin/bash
# Runs nginx, and has it read the serving certificate again when that was renewed.
set -u

readonly certificate=/var/serving-cert/tls.crt

# what the plugin's pages read at run time
printf '{ "testImage": "%s" }\n' "$TEST_IMAGE" >/tmp/config.json

nginx -g 'daemon off;' &
nginx=$!
# first the endpoint goes, a moment later nobody connects any more
trap 'sleep "${DRAIN_SECONDS:-5}"; kill -QUIT "$nginx"; wait "$nginx"; exit' TERM INT

used=$(<"$certificate")
while kill -0 "$nginx" 2>/dev/null; do
  sleep "${CERTIFICATE_SECONDS:-60}" &
  wait -n "$nginx" $!
  now=$(<"$certificate")
  if [[ $now != "$used" ]]; then
    echo 'the certificate has changed: nginx reads it again' >&2
    nginx -s reload && used=$now
  fi
done
wait "$nginx"
