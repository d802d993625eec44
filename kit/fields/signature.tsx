import { Button } from 'antd'
import { lazy, Suspense, useRef, useState } from 'react'
import { Icon } from '../icon.tsx'
import { newKey } from '../once.ts'
import { dateTime, nowMs } from '../text.ts'
import type { Face, InputProps, OutputProps } from './field.ts'
import { isPending, keepPhoto, type SignatureValue, sendPhoto } from './photo.ts'
import { useSources } from './sources.ts'
import { usePicture } from './use-picture.ts'

const SignaturePad = lazy(() => import('./signature-pad.tsx').then((found) => ({ default: found.SignaturePad })))

const words = ({ name }: SignatureValue) => (name ? `${name}已签字` : '已签字')

function Signed({ value }: { value: SignatureValue }) {
  const url = usePicture(value)
  const told = [value.name, `${dateTime(value.signedAt)} 签`].filter(Boolean).join('，')
  return (
    <figure className="signature">
      {url ? <img className="signature-picture" src={url} alt={words(value)} /> : null}
      <figcaption>
        {told}
        {isPending(value) ? '，待上传' : ''}
      </figcaption>
    </figure>
  )
}

/** Keeps the picture in this browser first, so that a broken line loses nothing, then sends it. */
function useSigning({ value, onChange }: InputProps<SignatureValue>) {
  const { upload } = useSources()
  const newest = useRef(value)
  newest.current = value
  return async (picture: Blob, name: string) => {
    const signed: SignatureValue = {
      pending: newKey(),
      signedAt: new Date(nowMs()).toISOString(),
      ...(name ? { name } : {}),
    }
    await keepPhoto(signed.pending!, picture)
    onChange(signed)
    const sent = await sendPhoto(signed, upload).catch(() => signed)
    if (newest.current?.pending === signed.pending) onChange(sent)
  }
}

function SignatureInput(props: InputProps<SignatureValue>) {
  const { id, field, value, onChange, invalid } = props
  const [signing, setSigning] = useState(false)
  const sign = useSigning(props)
  return (
    <div className="signature-input">
      {value ? (
        <>
          <Signed value={value} />
          <div className="signature-buttons">
            <Button id={id} onClick={() => setSigning(true)}>
              重新签
            </Button>
            <Button type="text" onClick={() => onChange(undefined)}>
              删去
            </Button>
          </div>
        </>
      ) : (
        <button
          id={id}
          type="button"
          className="signature-open"
          aria-invalid={invalid}
          onClick={() => setSigning(true)}
        >
          <Icon name="edit" /> 点这里签字
        </button>
      )}
      {signing ? (
        <Suspense>
          <SignaturePad
            title={field.label}
            name={value?.name}
            onSign={(picture, name) => void sign(picture, name)}
            onClose={() => setSigning(false)}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

const SignatureOutput = ({ value }: OutputProps<SignatureValue>) => <Signed value={value} />

export const signature: Face<SignatureValue> = {
  Input: SignatureInput,
  Output: SignatureOutput,
  text: words,
}
