import { describe, expect, it } from '@jest/globals';
import { hidesText } from './hidden-style.ts';

describe('a style', () => {
  it.each([
    'display:none',
    'color: red; DISPLAY : none !important',
    'visibility: hidden',
    'opacity:0',
    'opacity: .0',
    'font-size:0',
    'font-size: 0.5pt',
    'font-size:.1em',
    'font-size: 1%',
    'color:white',
    'color:#fff',
    'color: #FDFDFD',
    'color: rgb(255, 255, 255)',
    'color: rgba(0 0 0 / 0)',
    'color: rgb(99% 98% 100%)',
    'position:absolute;left:-9999px',
    'text-indent:-9999px',
    'position:absolute;clip:rect(0,0,0,0)',
    'position:absolute;clip:rect(1px, 1px, 1px, 1px)',
    'overflow:hidden;height:1px',
    'color:#fff;background-color:#f0f0f0',
    'color:#fff;background:rgba(0,0,0,0)',
    'color: white; background: transparent',
    'clip-path: inset(50%)',
  ])('hides text by “%s”', (style) => expect(hidesText(style)).toBe(true));

  it.each([
    '',
    'display:block',
    'opacity:0.8',
    'opacity: 1',
    'font-size: 10px',
    'font-size: 80%',
    'font-size:0.9em',
    'background-color: white',
    'color: #333',
    'color:#ff0',
    'color: rgb(255, 255, 0)',
    'position:absolute;left:-2px',
    'text-indent:-2em',
    'overflow:hidden;height:100px',
    'width:0',
    'color:white;background-color:#036',
    'background: rgb(0, 51, 102); color: #ffffff',
  ])('does not hide it by “%s”', (style) => expect(hidesText(style)).toBe(false));

  it('is read once, however many blanks it has', () => {
    expect(hidesText(`clip: rect(${`0${' '.repeat(20_000)}`.repeat(4)}x`)).toBe(false);
  });
});
