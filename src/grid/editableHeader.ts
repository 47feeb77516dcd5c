import type { IHeaderParams, IInnerHeaderComponent } from 'ag-grid-community';
import classes from './ReportGrid.module.css';

export interface EditableHeaderParams {
  /** That the column can be edited, in words. */
  readonly hint: string;
  readonly required: boolean;
}

/** Tabler's pencil. */
const pencilPaths = [
  'M4 20h4l10.5 -10.5a2.828 2.828 0 1 0 -4 -4l-10.5 10.5v4',
  'M13.5 6.5l4 4',
] as const;

function pencil(hint: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(space, 'svg');
  const attributes = {
    width: '12',
    height: '12',
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    role: 'img',
    'aria-label': hint,
  };
  for (const [name, value] of Object.entries(attributes)) icon.setAttribute(name, value);
  for (const shape of pencilPaths) {
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', shape);
    icon.append(path);
  }
  return icon;
}

/**
 * The header of a column that can be edited: a small pencil says so, a star that it must not stay empty. Without React,
 * so that it is there when the grid library measures headers.
 */
export class EditableHeader implements IInnerHeaderComponent {
  readonly #root = document.createElement('span');

  init(params: IHeaderParams & EditableHeaderParams): void {
    this.refresh(params);
  }

  refresh({ displayName, hint, required }: IHeaderParams & EditableHeaderParams): boolean {
    const name = document.createElement('span');
    name.className = classes['editableName'] ?? '';
    name.textContent = displayName;
    const star = document.createElement('span');
    star.textContent = '*';
    star.ariaHidden = 'true';
    this.#root.className = classes['editableHeader'] ?? '';
    this.#root.title = hint;
    this.#root.replaceChildren(name, ...(required ? [star] : []), pencil(hint));
    return true;
  }

  getGui(): HTMLElement {
    return this.#root;
  }
}
