const organisation =
  /公司|集团|厂|店|铺|馆|超市|市场|酒楼|饭|食府|宾馆|酒店|学校|医院|局|所|站|中心|委员会|协会|合作社|经营部|工作室|商行|行$/

/** A person's name with only its first character: 陈*. Names of organisations are shown (政府信息公开条例 15). */
export const maskName = (name: string): string =>
  name.length <= 1 || organisation.test(name) ? name : `${[...name][0]}${'*'.repeat(Math.min(2, [...name].length - 1))}`

/** 湘M12345 → 湘M**345 */
export const maskPlate = (plate: string): string => `${plate.slice(0, 2)}**${plate.slice(4)}`
