/** How the notice looks. The page's own style stays out; colours of levels come from their one table. */
import { LEVELS } from '@/utils/verdict/level';
import { LEVEL_LOOK } from '@/utils/verdict/level-look';

/** A soft shadow at the end where a list goes on; at its own ends the paper, which scrolls along, covers it. */
const FADES =
  'background:linear-gradient(var(--paper) 50%,transparent) top/100% 32px local,linear-gradient(transparent,var(--paper) 50%) bottom/100% 32px local,' +
  'linear-gradient(var(--shade),transparent) top/100% 14px,linear-gradient(transparent,var(--shade)) bottom/100% 14px;background-repeat:no-repeat';

/** Rules of the page for its host would win over ours, but for the important ones. */
const BASE = `
:host{all:initial!important;display:block!important;position:relative!important;z-index:3!important;margin:4px 0!important;font:13px/1.4 system-ui,sans-serif!important;text-align:start!important}
*{box-sizing:border-box}
.card{--paper:#fff;--text:#1f1f1f;--soft:#54585f;--edge:#d5d7db;--ink:#54585f;--shade:#0003;--ground:transparent;color:var(--text);color-scheme:light}
.card.dark{--paper:#1c1b1f;--text:#e8e8ea;--soft:#b9bec7;--edge:#46484d;--ink:#b9bec7;--shade:#000a;color-scheme:dark}
.line{display:flex;align-items:center;gap:8px;min-height:34px;padding:4px 8px;position:relative;border:1px solid var(--edge);border-radius:8px;background:linear-gradient(var(--ground),var(--ground)) var(--paper)}
svg{fill-rule:evenodd;flex:none;width:18px;height:18px;fill:var(--ink)}
.status{flex:1;min-width:0;overflow-wrap:anywhere}
:host([data-state=done]:not([data-level])) .status{color:var(--soft)}
button{font:inherit;color:inherit;background:none;border:0;border-radius:6px;padding:2px 8px;min-height:24px;cursor:pointer}
button:focus-visible{outline:2px solid var(--text);outline-offset:1px}
.act{position:relative;z-index:1;border:1px solid var(--edge);background:var(--paper)}
.toggle{width:24px;padding:0}
.toggle::before{content:"";position:absolute;inset:0;border-radius:8px}
.toggle:focus-visible{outline:0}
.toggle:focus-visible::before{outline:2px solid var(--text);outline-offset:1px}
.toggle::after{content:"";display:inline-block;width:7px;height:7px;border:solid var(--soft);border-width:0 2px 2px 0;transform:translateY(-2px) rotate(45deg)}
.toggle[aria-expanded=true]::after{transform:translateY(2px) rotate(225deg)}
.panel{position:absolute;inset-inline:0;top:100%;margin-top:2px;border:1px solid var(--edge);border-radius:8px;background:var(--paper);box-shadow:0 6px 20px #0003;overflow:hidden}
[hidden]{display:none!important}
ul{margin:0;padding:4px 0;list-style:none;max-height:min(60vh,28em);overflow:auto;overscroll-behavior:contain;scrollbar-width:thin;${FADES}}
li{display:grid;grid-template-columns:18px 1fr auto;gap:0 8px;padding:4px 8px;content-visibility:auto;contain-intrinsic-size:auto 46px}
bdi{font-weight:600;overflow-wrap:anywhere;min-width:0}
.count,.why{color:var(--soft)}
.count{font-weight:400;margin-inline-start:6px}
.word{color:var(--ink);font-weight:600}
.why{grid-column:2/-1}
.foot{display:flex;justify-content:end;padding:4px 8px;border-top:1px solid var(--edge)}
@media (forced-colors:active){svg{fill:CanvasText}.toggle::after{border-color:ButtonText}}
@media (prefers-reduced-motion:no-preference){:host([data-state=checking]) .line svg{animation:w 1.6s ease-in-out infinite}@keyframes w{50%{opacity:.4}}}
`;

/** The whole style sheet as text. */
export function noticeStyle(): string {
  const colours = LEVELS.map((level) => {
    const look = LEVEL_LOOK[level];
    return (
      `.l-${level},[data-level=${level}]{--ink:${look.light};--ground:${look.lightGround}}` +
      `.dark.l-${level},.dark [data-level=${level}]{--ink:${look.dark};--ground:${look.darkGround}}`
    );
  });
  return BASE + colours.join('');
}
