const organisation =
  /.(公司|集团|厂|店|铺|馆|超市|市场|酒楼|食府|宾馆|学校|医院|中心|委员会|协会|合作社|经营部|工作室|商行|养殖场|事务所|管理局|管理所)$/

/** A person's name with only its first character: 陈*. */
export const maskPerson = (name: string): string =>
  name ? `${[...name][0]}${'*'.repeat(Math.min(2, Math.max(1, [...name].length - 1)))}` : name

/** The same where nobody said whether it is a person: what is not plainly an organisation is masked (政府信息公开条例 15). */
export const maskName = (name: string): string => (organisation.test(name) ? name : maskPerson(name))
