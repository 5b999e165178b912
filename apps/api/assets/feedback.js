// The forms for feedback work without this script; with it, the page stays where it is. The answer may come into the page later,
// so the forms are heard where they all end up.
document.addEventListener('submit', (event) => {
  const judged = event.target;
  if (!(judged instanceof HTMLFormElement) || !('feedback' in judged.dataset)) return;
  event.preventDefault();
  void giveFeedback(judged, event.submitter?.value);
});

function feedbackOf(judged, judgement) {
  const field = (name) => judged.elements.namedItem(name)?.value.trim() ?? '';
  const answer = decodeURIComponent(new URL(judged.action).pathname.split('/')[2]);
  const [claim, note, missed] = [field('claim'), field('note'), field('expected')];
  const expected = /^https?:\/\/\S+$/.test(missed) ? { iri: missed } : { text: missed };
  return {
    answer,
    judgement,
    ...(claim === '' ? {} : { claim: Number(claim) }),
    ...(note === '' ? {} : { note }),
    ...(missed === '' || judgement !== 'missing' ? {} : { expected }),
  };
}

async function giveFeedback(judged, judgement) {
  const status = judged.querySelector('[role="status"]');
  try {
    const response = await fetch('/api/feedback', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(feedbackOf(judged, judgement)),
    });
    const told = await response.json();
    if (response.ok) {
      for (const button of judged.querySelectorAll('button')) {
        button.setAttribute('aria-pressed', String(button.value === judgement));
      }
    }
    status.textContent = response.ok ? 'Kept. Thank you.' : `${told.title}. ${told.detail}`;
  } catch {
    status.textContent = 'The server cannot be reached.';
  }
}
