// The secret of a personal link stands behind the "#": it is put into the form, and out of the address bar and history.
const field = document.getElementById('secret');
if (location.hash.length > 1) {
  field.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, '', location.pathname);
}
if (field.value) document.getElementById('by-hand').hidden = true;
