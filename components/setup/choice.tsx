import type { ComponentChildren } from 'preact';

interface ChoiceProps {
  readonly group: string;
  readonly id: string;
  readonly checked: boolean;
  readonly label: ComponentChildren;
  readonly hint: ComponentChildren;
  readonly onChoose: () => void;
}

/** One radio button of a group with a sentence on what it means. The input's id is "GROUP-ID". */
export function Choice({ group, id, checked, label, hint, onChoose }: ChoiceProps) {
  const input = `${group}-${id}`;
  return (
    <div class="choice">
      <input
        type="radio"
        id={input}
        name={group}
        value={id}
        checked={checked}
        aria-describedby={`${input}-hint`}
        onChange={onChoose}
      />
      <div>
        <label for={input}>{label}</label>
        <p class="soft" id={`${input}-hint`}>
          {hint}
        </p>
      </div>
    </div>
  );
}
