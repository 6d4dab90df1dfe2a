const dialog = document.getElementById('confirm');
const text = document.getElementById('confirm-text');
const yes = document.getElementById('confirm-yes');
const no = document.getElementById('confirm-no');

const questions = {
  cancel: target => `Ask ${target} to stop? Its handler can clean up.`,
  kill: target => `Kill ${target} and the calls that it waits for? Nothing is cleaned up.`,
};

/** Asks the reader. Escape and the first button mean no. */
export function confirmAction(action, target) {
  text.textContent = questions[action](target.trim());
  yes.textContent = action === 'kill' ? 'Kill' : 'Cancel it';
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
}

yes.addEventListener('click', () => dialog.close('yes'));
no.addEventListener('click', () => dialog.close('no'));
