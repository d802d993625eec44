export interface Spot {
  lng: number
  lat: number
}

/**
 * Where the device is (WGS84 degrees, which CGCS2000 equals to a metre), or the sentence why that is not known. Browsers
 * tell it only over https and when the person allows it.
 */
export function whereAmI(): Promise<Spot> {
  return new Promise((done, fail) => {
    if (!window.isSecureContext || !navigator.geolocation) {
      fail(new Error('当前网址不能定位，请在地图上选位置。'))
      return
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ lng: round(coords.longitude), lat: round(coords.latitude) }),
      (error) =>
        fail(
          new Error(
            error.code === 1 ? '没有允许定位，请在地图上选位置。' : '没有定到位置，请到开阔处再试，或在地图上选。',
          ),
        ),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    )
  })
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
