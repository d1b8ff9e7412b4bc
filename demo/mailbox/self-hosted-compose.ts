/** A compose form with the few marks by which Roundcube's can be known; look and wording are the demo's own. */

const FIELDS = [
  { name: 'to', label: 'To' },
  { name: 'cc', label: 'Cc' },
  { name: 'bcc', label: 'Bcc' },
] as const;

/** The compose window as HTML. */
export function selfHostedCompose(): string {
  const rows = FIELDS.map(
    ({ name, label }) => `<div class="row" id="compose_${name}" data-field="${name}">
<span class="label" id="label-${name}">${label}</span>
<div class="field">
<textarea id="_${name}" name="_${name}" data-recipient-input="true" hidden aria-hidden="true" tabindex="-1"></textarea>
<ul class="chips recipient-input">
<li class="input"><input aria-labelledby="label-${name}" autocomplete="off" spellcheck="false"></li>
</ul></div></div>`,
  );
  return `<form class="compose" name="form" aria-label="New message">
<div id="compose-content">
<div id="compose-headers">
${rows.join('\n')}
<div class="row"><label class="label" for="compose-subject">Subject</label>
<div class="field"><input id="compose-subject" name="_subject" value="Our plans for Friday"></div></div>
</div>
<div id="composebodycontainer"><textarea class="body" id="composebody" name="_message" aria-label="Message">Hello Anna,

shall we meet on Friday?</textarea></div>
</div>
<div class="actions formbuttons"><button type="button" class="send" data-send>Send</button><span class="sent" role="status"></span></div>
</form>`;
}
