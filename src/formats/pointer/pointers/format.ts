// Recognises Git LFS and DVC pointers, and reports that the model itself is missing.
import type { Format, Probe } from '../../../types/format.ts'
import { oneOf } from '../../shared/first-bytes.ts'

/** Git LFS pointers have at most 1,024 bytes, and keys in a fixed order (git-lfs docs/spec.md). */
const LFS_START = 'version https://git-lfs.github.com/spec/'
const OLD_LFS_START = 'version https://hawser.github.com/spec/'
const MAX_POINTER = 1024
/** DVC pointers are small YAML files with `outs`, `md5` and `path`. */
const MAX_DVC = 4096

/** A Git LFS pointer was committed or checked out in place of the model. It is reported as incomplete. */
export const lfsPointerFormat: Format = {
  id: 'git-lfs-pointer',
  title: 'Git LFS pointer',
  kind: 'pointer',
  prefilter: { first: oneOf('v') },
  match: (probe) => (isLfs(probe) ? 'certain' : 'no'),
  scan(_artifact, scan) {
    const size = /\nsize (\d{1,19})/.exec(text(scan.probe.head))?.[1]
    scan.observe({
      kind: 'incomplete',
      why: 'lfs-pointer',
      detail: `a Git LFS pointer, not the file itself${size ? ` (${size} bytes)` : ''}`,
      remedy: 'Fetch the content first: actions/checkout with lfs: true, or git lfs pull.',
    })
  },
}

/** A DVC pointer was committed in place of the model. It is reported as incomplete. */
export const dvcPointerFormat: Format = {
  id: 'dvc-pointer',
  title: 'DVC pointer',
  kind: 'pointer',
  extensions: ['.dvc'],
  prefilter: { extensions: ['.dvc'] },
  match: (probe) => (isDvc(probe) ? 'certain' : 'no'),
  scan(_artifact, scan) {
    const target = /\n[ \t]+(?:- )?path: ([^\n]{1,200})/.exec(text(scan.probe.head))?.[1]
    scan.observe({
      kind: 'incomplete',
      why: 'lfs-pointer',
      detail: `a DVC pointer${target ? ` to ${target}` : ''}, not the file itself`,
      remedy: 'Fetch the content first: dvc pull.',
    })
  },
}

/**
 * Extensions of files that are not models. A repository may store them in Git LFS too, and a missing one is not
 * reported.
 */
const NOT_MODELS = new Set(
  (
    '.png .jpg .jpeg .gif .bmp .tif .tiff .webp .svg .ico .psd .ai .heic .mp3 .mp4 .m4a .wav .flac .ogg .avi .mov .mkv .webm .pdf .doc .docx .ppt ' +
    '.pptx .xls .xlsx .csv .tsv .txt .md .html .css .js .ts .ttf .otf .woff .woff2 .eot .stl .obj .fbx .blend .glb .gltf .uasset .umap .unity .exr .hdr'
  ).split(' '),
)

function isLfs(probe: Probe): boolean {
  if (NOT_MODELS.has(probe.extension)) return false
  if ((probe.size ?? MAX_POINTER) > MAX_POINTER || probe.head[0] !== 0x76) return false
  const head = text(probe.head)
  return head.startsWith(LFS_START) || head.startsWith(OLD_LFS_START)
}

function isDvc(probe: Probe): boolean {
  if (probe.extension !== '.dvc' || (probe.size ?? MAX_DVC) > MAX_DVC) return false
  const head = text(probe.head)
  if (NOT_MODELS.has(/\.[a-z0-9]+$/.exec(probe.name.toLowerCase().slice(0, -4))?.[0] ?? '')) return false
  return /^outs:/m.test(head) && /^[ \t]*(?:- )?(?:md5|etag|hash|files|size): /m.test(head)
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
