/** From 4.22 on the SDK asks the console to send its requests, as a part of `@console/*`. */
export function startSdk(): void {}
