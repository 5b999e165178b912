// The query page works without this script; with it, Ctrl+Enter runs the query, an example fills the text
// area, and a query too long for an address is posted.
const form = document.querySelector('form.query');
const text = form?.querySelector('textarea');
const longestAddress = 8000;

if (form && text) {
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  form.addEventListener('submit', () => {
    form.method = encodeURIComponent(text.value).length > longestAddress ? 'post' : 'get';
    form.querySelector('button').textContent = 'Running …';
  });

  // A page that is shown again from the browser's memory is not running any more.
  window.addEventListener('pageshow', () => {
    form.querySelector('button').textContent = 'Run query';
  });

  for (const link of document.querySelectorAll('a[data-example]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      text.value = link.dataset.example;
      text.focus();
      text.setSelectionRange(0, 0);
      text.scrollIntoView({ block: 'center' });
    });
  }
}
