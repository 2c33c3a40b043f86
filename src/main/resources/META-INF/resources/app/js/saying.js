// One voice for all that happens by itself.
export function say(sentence) {
  const voice = document.getElementById("announcer");
  if (voice) {
    voice.textContent = sentence;
  }
}
