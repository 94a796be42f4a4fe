import sharp from "sharp";
import { AppError } from "@/shared/errors/app-error";

/** As large as a screen shows: a picture of a picture, whatever was hidden in the first. */
export const imageLimits = { side: 2560, pixels: 60_000_000, seconds: 20 } as const;

// two cores serve everybody: one thread a picture, and what was decoded is not kept
sharp.concurrency(1);
sharp.cache(false);

/** One at a time: unpacked, a picture of a few megabytes takes hundreds. */
let last: Promise<unknown> = Promise.resolve();

/**
 * In: a JPEG, PNG or WebP. Writes a JPEG turned the right way up, with the place, the device, the time and all else that stood
 * beside the picture left behind. Throws file.damaged, also for one of more pixels than anybody's camera takes.
 */
export async function reencode(from: string, to: string): Promise<void> {
  const turn = last.then(async () => {
    await sharp(from, { limitInputPixels: imageLimits.pixels, failOn: "error", sequentialRead: true })
      .autoOrient()
      .resize({ width: imageLimits.side, height: imageLimits.side, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 84, mozjpeg: true })
      .timeout({ seconds: imageLimits.seconds })
      .toFile(to);
  });
  last = turn.catch(() => undefined);
  try {
    await turn;
  } catch (error) {
    throw new AppError("file.damaged", undefined, { cause: error });
  }
}
