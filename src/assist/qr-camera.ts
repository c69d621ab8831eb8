/**
 * The camera, and a chosen photo, as eyes for QR codes. The camera is asked for when somebody presses "scan"
 * and never before; it is let go at `stop`. No picture is kept, and none leaves this device.
 */
import { readQr } from './qr-read.ts';

/** Between two looks: a cheap phone needs 20 to 60 ms for one, and the page must still answer a finger. */
const LOOK_MS = 150;
/** A code of 65 modules has more than six pixels each; more pixels only take longer. */
const LOOK_SIDE = 640;
/** A photo has 12 million pixels or so: the whole at three sizes, for a code is large on one and small on another. */
const PHOTO_SIDES = [800, 1600, 480];
const PHOTO_MS = 600;

/** `refused`: the person or the house said no. `missing`: no camera here, or another program has it. */
export type NoCamera = 'refused' | 'missing' | 'not-possible';
export type Watching = {
  /** Lets the camera go at once; nothing is heard afterwards. */
  readonly stop: () => void;
};

/** Shows the camera in `video` and tells every text that it reads, the same one again and again. */
export async function watchCamera(
  video: HTMLVideoElement,
  hear: (text: string) => void,
): Promise<Watching | NoCamera> {
  // Not a secure address, or a browser inside another app: the type says it is always there.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!devices?.getUserMedia || !pen) return 'not-possible';
  const stream = await openCamera(devices);
  if (typeof stream === 'string') return stream;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  const look = async () => {
    const pixels =
      video.videoWidth > 0 ? pixelsOf(pen, video, video.videoWidth, video.videoHeight) : undefined;
    const text = pixels && (await readQr(pixels));
    if (stopped) return;
    if (text !== undefined) hear(text);
    timer = setTimeout(() => void look(), LOOK_MS);
  };
  video.muted = true;
  video.playsInline = true; // or an iPhone opens the film over the whole screen
  video.srcObject = stream;
  try {
    await video.play();
  } catch {
    stop();
    return 'not-possible'; // the page was left, or the browser shows no film here
  }
  void look();
  return { stop };
}

/** The text of a code in a photo that somebody chose; `undefined` when there is none, or it is no picture. */
export async function readPhoto(file: Blob): Promise<string | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!picture || !pen) return undefined;
  try {
    for (const side of PHOTO_SIDES) {
      const text = await readQr(pixelsOf(pen, picture, picture.width, picture.height, side), PHOTO_MS);
      if (text !== undefined) return text;
    }
    return undefined;
  } finally {
    picture.close();
  }
}

async function openCamera(devices: MediaDevices): Promise<MediaStream | NoCamera> {
  try {
    return await devices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (trouble) {
    const name = trouble instanceof DOMException ? trouble.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
    return 'missing';
  }
}

/** The picture, no longer than `most` pixels on its longer side. */
function pixelsOf(
  pen: CanvasRenderingContext2D,
  picture: CanvasImageSource,
  width: number,
  height: number,
  most = LOOK_SIDE,
): ImageData {
  const scale = Math.min(1, most / Math.max(width, height));
  const { canvas } = pen;
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
