/** A compose form with the few marks by which Gmail's can be known; look and wording are the demo's own. */

const FIELDS = [
  { name: 'to', label: 'To' },
  { name: 'cc', label: 'Cc' },
  { name: 'bcc', label: 'Bcc' },
] as const;

/** The compose window as HTML. */
export function gmailCompose(): string {
  const rows = FIELDS.map(
    ({ name, label }) => `<div class="row" data-field="${name}">
<span class="label" id="label-${name}">${label}</span>
<div class="field" name="${name}">
<div class="chips" role="listbox" aria-labelledby="label-${name}"></div>
<input role="combobox" aria-expanded="false" aria-labelledby="label-${name}" autocomplete="off" spellcheck="false">
</div></div>`,
  );
  return `<section class="compose M9" aria-label="New message">
<form>
<input type="hidden" name="composeid" value="demo">
<input type="hidden" name="draft" value="demo">
${rows.join('\n')}
<div class="row"><label class="label" for="subject">Subject</label>
<div class="field"><input id="subject" name="subjectbox" value="Our plans for Friday"></div></div>
</form>
<div class="body" g_editable="true" role="textbox" aria-multiline="true" aria-label="Message" contenteditable="true">Hello Anna,<br><br>shall we meet on Friday?</div>
<div class="actions"><div role="button" tabindex="0" class="send aoO" data-send>Send</div><span class="sent" role="status"></span></div>
</section>`;
}
