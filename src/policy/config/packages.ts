// What each configuration loader does with a name, and which packages its configurations usually name.
import type { ConfigLoader } from '../../facts/config.ts'

/** How one loader treats the names in its configurations. */
export interface LoaderRow {
  /** What the loader does with a name, as a verb phrase. */
  readonly does: string
  /** Modules and packages that such configurations usually name. Dangerous names in them stay dangerous. */
  readonly usual: readonly string[]
  /**
   * Names that are dangerous in a pickle and ordinary here: they load models or data from files and hubs that the
   * configuration names openly.
   */
  readonly allowedDespiteDanger?: RegExp
  /**
   * The rule for an unlisted class of an unknown package: a custom class, or a class that no configuration should name.
   */
  readonly unknownClass: 'config/custom-class' | 'config/unlisted-reference'
  /** The rule for an unlisted function of an unknown package. */
  readonly unknownFunction: 'config/custom-class' | 'config/unlisted-reference'
}

/** Libraries with which models are trained. */
const TRAINING =
  'torch.nn torch.optim torch.utils.data torch.distributed.fsdp torch.float16 torch.float32 torch.bfloat16 torchvision torchaudio torchtext torchmetrics torchtune transformers diffusers timm peft accelerate datasets tokenizers ' +
  'lightning pytorch_lightning lightning_fabric nemo nemo_run megatron bionemo monai omegaconf hydra.utils.get_class sklearn hydra_plugins speechbrain deepspeed bitsandbytes apex einops sentencepiece nemo_text_processing'

/** Libraries whose configurations name their own classes. */
const LIBRARIES =
  'sentence_transformers pyannote gluonts haystack langchain langchain_core langchain_community langchain_openai mlserver mlserver_sklearn mlserver_xgboost mlserver_lightgbm mlserver_mlflow ' +
  'mlserver_huggingface mlserver_catboost bentoml autogen_core autogen_agentchat autogen_ext rasa lerobot matgl pymatgen chgnet espnet espnet2 TTS allennlp allennlp_models megatron ' +
  'mmcv mmdet mmseg mmpretrain mmpose mmaction mmocr mmdet3d mmrotate mmyolo mmengine fiddle t5 mt5 t5x seqio mesh_tensorflow flaxformer tf_agents gin deeppavlov'

/** Modules of `diffusers.pipelines`, which configurations name without the package. */
const PIPELINES =
  'stable_diffusion stable_diffusion_xl stable_diffusion_3 stable_diffusion_safe paint_by_example kandinsky kandinsky3 audioldm audioldm2 wuerstchen ' +
  'stable_cascade deepfloyd_if latent_diffusion shap_e unidiffuser ltx ltx2 kolors hunyuan_image blip_diffusion bria flux cosmos lumina2 ' +
  'ace_step allegro animatediff anyflow aura_flow bria_fibo bria_fibo2 chroma chronoedit cogvideo cogview3 cogview4 consisid consistency_models controlnet ' +
  'controlnet_hunyuandit controlnet_sd3 ddim ddpm deprecated diffusion_gemma dit dreamlite easyanimate ernie_image flux2 glm_image helios hidream_image ' +
  'hunyuan_video hunyuan_video1_5 hunyuandit ideogram4 joyimage kandinsky2_2 kandinsky5 kandinsky6 krea2 latent_consistency_models latte ledits_pp llada2 ' +
  'longcat_audio_dit longcat_image lucy lumina marigold mochi motif_video musicldm nucleusmoe_image omnigen ovis_image pag pia pixart_alpha prx qwenimage ' +
  'qwenimage21 rfd4_proteina sana sana_video sana_wm semantic_stable_diffusion skyreels_v2 stable_audio stable_audio_3 stable_video_diffusion t2i_adapter ' +
  'alt_diffusion audio_diffusion dance_diffusion spectrogram_diffusion stochastic_karras_ve versatile_diffusion vq_diffusion text_to_video_synthesis ' +
  'i2vgen_xl amused visualcloze wan z_image'

/** Functions of training configurations that load models and datasets. */
const LOADS_OPENLY = /^(?:transformers\.(?:\w+\.)*Auto\w+(?:\.from_pretrained)?|torchvision\.datasets\.\w+)$/

/** One row per loader. Keras has its own lists (keras.ts). */
export const loaders: Readonly<Record<Exclude<ConfigLoader, 'keras'>, LoaderRow>> = {
  hydra: {
    ...row('imports and calls it (hydra.utils.instantiate)', TRAINING, 'config/custom-class', 'config/custom-class'),
    allowedDespiteDanger: LOADS_OPENLY,
  },
  lightning: {
    ...row('imports and builds it (LightningCLI, jsonargparse)', TRAINING, 'config/custom-class', 'config/custom-class'),
    allowedDespiteDanger: LOADS_OPENLY,
  },
  transformers: {
    ...row('imports it', 'transformers tokenizers torch.nn', 'config/custom-class', 'config/unlisted-reference'),
    allowedDespiteDanger: /^transformers\.(?:\w+\.)*Auto\w+$/,
  },
  diffusers: row(
    'imports it',
    `diffusers transformers onnxruntime k_diffusion flax optimum peft controlnet_aux sentencepiece ${PIPELINES}`,
    'config/custom-class',
    'config/unlisted-reference',
  ),
  'sentence-transformers': row(
    'imports and builds it',
    'sentence_transformers transformers torch.nn',
    'config/unlisted-reference',
    'config/unlisted-reference',
  ),
  mlflow: {
    ...row(
      'imports it',
      'mlflow sklearn xgboost lightgbm catboost pyspark.ml synapse.ml',
      'config/unlisted-reference',
      'config/unlisted-reference',
    ),
    allowedDespiteDanger: /^(?:mlflow\.(?!projects\b)\w+(?:\.\w+)*|cloudpickle|dill|pickle|keras|tf_keras|tensorflow\.keras)$/,
  },
  triton: row('runs it as the model’s backend', '', 'config/unlisted-reference', 'config/unlisted-reference'),
  skops: row('builds it', 'sklearn numpy scipy.sparse scipy.stats scipy.special', 'config/custom-class', 'config/unlisted-reference'),
  // Plugins of documentation tools accept Python tags.
  yaml: row(
    'builds it if the loader accepts Python tags',
    'material materialx zensical pymdownx mermaid2',
    'config/custom-class',
    'config/unlisted-reference',
  ),
  hyperpyyaml: row(
    'imports it, and builds or calls it (HyperPyYAML)',
    `speechbrain hyperpyyaml ${TRAINING} torch.distributed.nn torch.device torch.Tensor`,
    'config/custom-class',
    'config/custom-class',
  ),
  // YAML loaders of Java, Ruby and JavaScript.
  'foreign-yaml': row('builds it if the loader accepts tags of its language', '', 'config/custom-class', 'config/unlisted-reference'),
  library: {
    ...row('imports it', `${TRAINING} ${LIBRARIES}`, 'config/custom-class', 'config/custom-class'),
    // Haystack and LangChain name their own components, BentoML the module of the model's framework.
    allowedDespiteDanger: /^(?:haystack|langchain\w*|autogen_(?:core|agentchat|ext))\.[\w.]+$|^bentoml\.\w+$/,
  },
  any: row('passes it to the program that reads it', '', 'config/custom-class', 'config/custom-class'),
  zarr: row('runs it on every chunk', '', 'config/unlisted-reference', 'config/unlisted-reference'),
  jsonpickle: row('builds it', 'sklearn numpy', 'config/custom-class', 'config/unlisted-reference'),
  torchserve: row(
    'serves the model with it',
    'image_classifier image_segmenter object_detector text_classifier base_handler ts.torch_handler',
    'config/custom-class',
    'config/custom-class',
  ),
  coreml: row('needs it in the app', '', 'config/custom-class', 'config/custom-class'),
  spark: row(
    'builds it',
    'pyspark org.apache.spark com.johnsnowlabs com.microsoft.azure.synapse.ml',
    'config/custom-class',
    'config/unlisted-reference',
  ),
  requirements: row('installs it', '', 'config/custom-class', 'config/custom-class'),
}

function row(
  does: string,
  usual: string,
  unknownClass: LoaderRow['unknownClass'],
  unknownFunction: LoaderRow['unknownFunction'],
): LoaderRow {
  return { does, usual: usual.split(' ').filter((word) => word !== ''), unknownClass, unknownFunction }
}

/** Returns true if the dotted name is one of the usual modules, or in one. */
export function isUsual({ usual }: LoaderRow, full: string): boolean {
  return usual.some((module) => full === module || full.startsWith(`${module}.`))
}
