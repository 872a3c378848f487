import { readFileSync } from 'node:fs';
import { laoSerif } from '../fonts/files.ts';
import { scripts } from '../fonts/scripts.ts';
import type { Party } from '../model/document.ts';

const sheet = `
:root{--ink:#1b1d20;--quiet:#55585e;--hair:#cfcabd;--wash:#f6f4ee;--serif:"Source Serif 4","Noto Serif Lao",Georgia,"Times New Roman",serif;--sans:"Be Vietnam Pro","Noto Sans Lao","Noto Serif Lao",system-ui,sans-serif}
*{box-sizing:border-box}html{font:400 16px/1.5 var(--serif);color:var(--ink);background:#fff}body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem 4rem;overflow-wrap:break-word}
:lang(lo){line-height:1.8;letter-spacing:0;font-synthesis:none}
h1,h2,h3{font-weight:700;line-height:1.3;break-after:avoid}h1{font-size:1.9rem;margin:.6rem 0}h2{font-size:1.5rem;margin:2.4em 0 .7em}h3{font-size:1.2rem;margin:2em 0 .6em}h4,h5{font-family:var(--sans);font-size:1rem;margin:1.7em 0 .5em;break-after:avoid}h5{font-size:.9rem}
:is(h1,h2,h3):lang(lo){line-height:1.6}
.number{color:var(--quiet);margin-inline-end:.3em}.annex .label{display:block;font:600 .85rem var(--sans);color:var(--quiet)}
p{margin:.7em 0}.lead{font-size:1.12rem;color:var(--quiet)}.small,.provenance,figcaption,caption,dt,.meta{font-family:var(--sans);font-size:.82rem;color:var(--quiet)}.label{font:600 .86rem var(--sans);break-after:avoid}
a{color:inherit;text-underline-offset:.18em}
.title{padding-bottom:2rem;border-bottom:1px solid var(--hair);margin-bottom:2rem}.colours{display:flex;height:3px;width:18rem;max-width:80%;margin:1rem 0 1.5rem}.colours i{flex:1}.mark{display:inline-block;border:1px solid;border-radius:3px;padding:.1rem .5rem;font:600 .82rem/1.6 var(--sans)}.subtitle{font-size:1.15rem;color:var(--quiet)}.title ul{list-style:none;padding:0;margin:2rem 0}.title ul li{border-inline-start-width:3px;border-inline-start-style:solid;padding-inline-start:.7rem;margin:.5rem 0}.title li span{color:var(--ink)}
nav ol{list-style:none;padding:0}nav li{margin:.3rem 0}nav .l1{font-weight:700;margin-top:.8rem}nav .l2{padding-inline-start:1.4rem}nav .l3{padding-inline-start:2.8rem}nav a{text-decoration:none}
.voice{border-inline-start:3px solid;padding-inline-start:.8rem;margin:1rem 0;border-color:var(--party)}.voice.joint:has(>.voice){padding-inline-start:3px}.voice.joint .voice{margin:0}.party{font:600 .84rem var(--sans);margin:0 0 .4rem;color:var(--party);break-after:avoid}.joint .party{color:var(--ink)}.voice>:last-child{margin-bottom:0}
.sides{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1rem 1.4rem;margin:1.2rem 0}.sides .voice{margin:0}
dl{display:grid;grid-template-columns:minmax(7rem,27%) 1fr;gap:.4rem 1rem}dd{margin:0}
figure{margin:1.6rem 0;break-inside:avoid}figure img{display:block;height:auto}figcaption{margin:.5rem 0}.quote{background:var(--wash);border-inline-start:1px solid var(--quiet);padding:.4rem 1rem}.quote blockquote{margin:0}
table{border-collapse:collapse;width:100%;margin:1.4rem 0;font:400 .84rem/1.45 var(--sans);border-top:1px solid var(--ink)}table:lang(lo){line-height:1.7}.compact{font-size:.76rem}caption{text-align:start;padding:.4rem 0;color:var(--ink)}thead{display:table-header-group}tr{break-inside:avoid}th,td{text-align:start;vertical-align:top;padding:.3rem .6rem .3rem .3rem;border-bottom:1px solid var(--hair)}thead th,thead td{vertical-align:bottom;border-bottom:1px solid var(--ink);font-weight:600}thead tr:not(:last-child)>*{border-bottom-color:transparent}thead [colspan]{text-align:center;border-bottom-color:var(--quiet)!important}.end{text-align:end;font-variant-numeric:tabular-nums lining-nums}.center{text-align:center}.group>*{font-weight:600;background:var(--wash)}.total>*{font-weight:600;border-top:1px solid var(--ink)}.said>:first-child{border-inline-start:3px solid var(--party);padding-inline-start:.5rem}
.disc{display:inline-block;width:.62em;height:.62em;border-radius:50%;border:1.5px solid var(--ink);margin-inline-end:.4em}.disc.done{background:var(--ink)}.disc.running{background:linear-gradient(90deg,var(--ink) 50%,transparent 50%)}.disc.late{background:linear-gradient(45deg,transparent 42%,var(--ink) 42% 58%,transparent 58%)}.disc.none{border:1px dashed var(--quiet)}
.notes{border-top:1px solid var(--hair);margin-top:3rem;font-size:.86rem}
@media(max-width:36rem){.sides{grid-template-columns:1fr}dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
@media print{html{font-size:10.5pt}body{max-width:none;padding:0}.title{min-height:230mm;break-after:page;border:0}nav{break-after:page}.annex,.page-break{break-before:page}a{text-decoration:none}p,li{orphans:2;widows:2}*{print-color-adjust:exact}}
@page{size:A4;margin:27mm 23mm 24mm 27mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt "Be Vietnam Pro",sans-serif;color:#55585e}}
@page:first{margin-top:20mm}
`;

/** The style of a printed document, the parties' colours as data, and Lao fonts inside where Lao is set. */
export function styleFor(parties: readonly Party[], laoInside: boolean): string {
  const colours = parties.map(({ colour }, index) => `.p${index}{--party:${colour}}.c${index}{background:${colour}}.title .b${index}{border-color:${colour}}`).join('');
  return `${laoInside ? laoFaces() : ''}${sheet}${colours}`;
}

function laoFaces(): string {
  const face = (path: string, weight: number): string =>
    `@font-face{font-family:"${scripts[0]?.serif ?? ''}";font-weight:${weight};src:url(data:font/ttf;base64,${readFileSync(path).toString('base64')});unicode-range:U+0E80-0EFF,U+20AD}`;
  return face(laoSerif.regular, 400) + face(laoSerif.bold, 700);
}
