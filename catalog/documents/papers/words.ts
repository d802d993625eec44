/** The words a paper is declared with. */
export {
  definePaper,
  form,
  heading,
  line,
  paragraph,
  pictures,
  subheading,
  type ToldOf,
  table,
  yuanInCapitals,
  yuanInFigures,
} from '../../../modules/papers/index.ts'

/** What somebody typed, as the end of a sentence. */
export const stopped = (text: string): string => (/[。！？；：]$/.test(text) || !text ? text : `${text}。`)

/** 行政复议法 20, 行政诉讼法 46: what can be done against a decision, within which terms. */
export const remedies =
  '如不服本决定，可以自收到本决定书之日起六十日内依法申请行政复议，也可以自收到本决定书之日起六个月内依法向人民法院提起行政诉讼。'

/** 行政复议法 (2023) 23: since 2024 a penalty given on the spot is taken to the superior body before the court. */
export const remediesOnTheSpot = (on: string): string =>
  Number(on.slice(0, 4)) < 2024
    ? remedies
    : '如不服本决定，应当先自收到本决定书之日起六十日内依法申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内依法向人民法院提起行政诉讼。'

/** Signed for by whoever it is handed to. */
export const signedFor = (who: string): string[] => [
  `${who}（签名或者盖章）：　　　　　　　　`,
  '签收日期：　　　　年　　月　　日',
]

/** A cell of a form: an opinion, and room to sign it by hand. */
export const toSign = (opinion: string): string => `${opinion}\n\n签名：　　　　　　　年　　月　　日`
