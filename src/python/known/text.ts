// Safe names of gensim and NLTK.
import type { SafeTable } from '../table.ts'

/** NLTK 3.10.4 (names also from 3.8.1) and gensim 4.4.0 (names also from 4.3.2). */
export const text: SafeTable = {
  packages: 'gensim nltk',
  groups: [
    {
      use: 'attributes-only',
      reason: 'class without hooks: restoring it only sets attributes',
      names: `
        gensim.corpora.bleicorpus: BleiCorpus
        gensim.corpora.csvcorpus: CsvCorpus
        gensim.corpora.indexedcorpus: IndexedCorpus
        gensim.corpora.lowcorpus: LowCorpus
        gensim.corpora.opinosiscorpus: OpinosisCorpus
        gensim.corpora.sharded_corpus: ShardedCorpus
        gensim.corpora.svmlightcorpus: SvmLightCorpus
        gensim.corpora.textcorpus: TextCorpus TextDirectoryCorpus
        gensim.corpora.wikicorpus: WikiCorpus
        gensim.models: VocabTransform
        gensim.models.atmodel: AuthorTopicModel AuthorTopicState
        gensim.models.basemodel: BaseTopicModel
        gensim.models.bm25model: AtireBM25Model BM25ABC LuceneBM25Model OkapiBM25Model
        gensim.models.callbacks: CallbackAny2Vec CoherenceMetric ConvergenceMetric DiffMetric Metric PerplexityMetric
        gensim.models.coherencemodel: CoherenceModel
        gensim.models.doc2vec: Doc2VecTrainables Doc2VecVocab TaggedBrownCorpus TaggedLineDocument
        gensim.models.ensemblelda: CBDBSCAN Cluster EnsembleLda Topic
        gensim.models.fasttext: FastTextTrainables FastTextVocab
        gensim.models.hdpmodel: HdpModel HdpTopicFormatter SuffStats
        gensim.models.keyedvectors: CompatVocab
        gensim.models.ldamulticore: LdaMulticore
        gensim.models.ldaseqmodel: LdaPost LdaSeqModel sslm
        gensim.models.logentropy_model: LogEntropyModel
        gensim.models.nmf: Nmf
        gensim.models.normmodel: NormModel
        gensim.models.phrases: FrozenPhrases _PhrasesTransformation
        gensim.models.poincare: LexicalEntailmentEvaluation LinkPredictionEvaluation NegativesBuffer PoincareBatch PoincareKeyedVectors
          PoincareModel PoincareRelations ReconstructionEvaluation
        gensim.models.translation_matrix: BackMappingTranslationMatrix Space TranslationMatrix
        gensim.models.word2vec: BrownCorpus LineSentence PathLineSentences Text8Corpus Word2VecTrainables Word2VecVocab
        gensim.similarities.annoy: AnnoyIndexer
        gensim.similarities.docsim: MatrixSimilarity Shard Similarity SoftCosineSimilarity SparseMatrixSimilarity WmdSimilarity
        gensim.similarities.fastss: FastSS
        gensim.similarities.levenshtein: LevenshteinSimilarityIndex
        gensim.similarities.termsim: SparseTermSimilarityMatrix TermSimilarityIndex UniformTermSimilarityIndex
          WordEmbeddingSimilarityIndex
        nltk.chunk.api: ChunkParserI
        nltk.chunk.named_entity: Maxent_NE_Chunker NEChunkParser NEChunkParserTagger
        nltk.chunk.regexp: ChunkRule ChunkRuleWithContext ChunkString ExpandLeftRule ExpandRightRule MergeRule RegexpChunkParser
          RegexpChunkRule RegexpParser SplitRule StripRule UnChunkRule
        nltk.chunk.util: ChunkScore
        nltk.classify.api: ClassifierI MultiClassifierI
        nltk.classify.decisiontree: DecisionTreeClassifier
        nltk.classify.maxent: FunctionBackedMaxentFeatureEncoding GISEncoding MaxentFeatureEncodingI TadmEventMaxentFeatureEncoding
          TadmMaxentClassifier TypedMaxentFeatureEncoding
        nltk.classify.positivenaivebayes: PositiveNaiveBayesClassifier
        nltk.classify.rte_classify: RTEFeatureExtractor
        nltk.classify.scikitlearn: SklearnClassifier
        nltk.classify.svm: SvmClassifier
        nltk.classify.textcat: TextCat
        nltk.classify.util: CutoffChecker
        nltk.classify.weka: ARFF_Formatter
        nltk.collocations: BigramCollocationFinder
        nltk.grammar: PCFG
        nltk.lm.api: LanguageModel Smoothing
        nltk.lm.counter: NgramCounter
        nltk.lm.models: AbsoluteDiscountingInterpolated InterpolatedLanguageModel KneserNeyInterpolated Laplace Lidstone MLE StupidBackoff
          WittenBellInterpolated
        nltk.lm.smoothing: AbsoluteDiscounting KneserNey WittenBell
        nltk.lm.vocabulary: Vocabulary
        nltk.parse.api: ParserI
        nltk.parse.bllip: BllipParser
        nltk.parse.chart: AbstractChartRule BottomUpChartParser BottomUpLeftCornerChartParser BottomUpPredictCombineRule
          BottomUpPredictRule CachedTopDownPredictRule Chart ChartParser ChartRuleI EmptyPredictRule FilteredBottomUpPredictCombineRule
          FilteredSingleEdgeFundamentalRule FundamentalRule LeafInitRule LeftCornerChartParser SingleEdgeFundamentalRule
          SteppingChartParser TopDownChartParser TopDownInitRule TopDownPredictRule
        nltk.parse.dependencygraph: DependencyGraph
        nltk.parse.earleychart: CompleteFundamentalRule CompleterRule EarleyChartParser FeatureCompleteFundamentalRule
          FeatureCompleterRule FeatureEarleyChartParser FeatureIncrementalBottomUpChartParser
          FeatureIncrementalBottomUpLeftCornerChartParser FeatureIncrementalChart FeatureIncrementalChartParser
          FeatureIncrementalTopDownChartParser FeaturePredictorRule FeatureScannerRule FilteredCompleteFundamentalRule
          IncrementalBottomUpChartParser IncrementalBottomUpLeftCornerChartParser IncrementalChart IncrementalChartParser
          IncrementalLeftCornerChartParser IncrementalTopDownChartParser PredictorRule ScannerRule
        nltk.parse.evaluate: DependencyEvaluator
        nltk.parse.featurechart: FeatureBottomUpChartParser FeatureBottomUpLeftCornerChartParser FeatureBottomUpPredictCombineRule
          FeatureBottomUpPredictRule FeatureChart FeatureChartParser FeatureEmptyPredictRule FeatureFundamentalRule
          FeatureSingleEdgeFundamentalRule FeatureTopDownChartParser FeatureTopDownInitRule FeatureTopDownPredictRule InstantiateVarsChart
        nltk.parse.nonprojectivedependencyparser: DemoScorer DependencyScorerI NaiveBayesDependencyScorer NonprojectiveDependencyParser
          ProbabilisticNonprojectiveParser
        nltk.parse.pchart: BottomUpProbabilisticChartParser InsideChartParser LongestChartParser ProbabilisticBottomUpInitRule
          ProbabilisticBottomUpPredictRule ProbabilisticFundamentalRule RandomChartParser SingleEdgeProbabilisticFundamentalRule
          UnsortedChartParser
        nltk.parse.projectivedependencyparser: ChartCell ProbabilisticProjectiveDependencyParser ProjectiveDependencyParser
        nltk.parse.recursivedescent: RecursiveDescentParser SteppingRecursiveDescentParser
        nltk.parse.shiftreduce: ShiftReduceParser SteppingShiftReduceParser
        nltk.parse.transitionparser: Configuration Transition TransitionParser
        nltk.parse.viterbi: ViterbiParser
        nltk.probability: CrossValidationProbDist DictionaryProbDist HeldoutProbDist ImmutableProbabilisticMixIn KneserNeyProbDist
          LaplaceProbDist LidstoneProbDist MLEProbDist MutableProbDist ProbDistI ProbabilisticMixIn RandomProbDist
          SimpleGoodTuringProbDist UniformProbDist WittenBellProbDist
        nltk.stem.api: StemmerI
        nltk.stem.arlstem: ARLSTem
        nltk.stem.arlstem2: ARLSTem2
        nltk.stem.cistem: Cistem
        nltk.stem.isri: ISRIStemmer
        nltk.stem.lancaster: LancasterStemmer
        nltk.stem.porter: PorterStemmer
        nltk.stem.regexp: RegexpStemmer
        nltk.stem.rslp: RSLPStemmer
        nltk.stem.snowball: ArabicStemmer DanishStemmer DutchStemmer EnglishStemmer FinnishStemmer FrenchStemmer GermanStemmer
          HungarianStemmer ItalianStemmer NorwegianStemmer PorterStemmer PortugueseStemmer RomanianStemmer RussianStemmer SnowballStemmer
          SpanishStemmer SwedishStemmer _LanguageSpecificStemmer _ScandinavianStemmer _StandardStemmer
        nltk.stem.wordnet: WordNetLemmatizer
        nltk.tag.api: FeaturesetTaggerI TaggerI
        nltk.tag.brill: BrillTagger Pos Word
        nltk.tag.brill_trainer: BrillTaggerTrainer
        nltk.tag.crf: CRFTagger
        nltk.tag.hmm: HiddenMarkovModelTagger HiddenMarkovModelTrainer
        nltk.tag.perceptron: PerceptronTagger
        nltk.tag.sequential: AffixTagger BigramTagger ClassifierBasedPOSTagger ClassifierBasedTagger ContextTagger NgramTagger
          RegexpTagger SequentialBackoffTagger
        nltk.tag.tnt: TnT
        nltk.tbl.feature: Feature
        nltk.tbl.template: BrillTemplateI Template
        nltk.text: Text
        nltk.tokenize.api: StringTokenizer TokenizerI
        nltk.tokenize.casual: TweetTokenizer
        nltk.tokenize.destructive: MacIntyreContractions NLTKWordTokenizer
        nltk.tokenize.legality_principle: LegalitySyllableTokenizer
        nltk.tokenize.mwe: MWETokenizer
        nltk.tokenize.punkt: PunktBaseClass PunktTokenizer PunktTrainer
        nltk.tokenize.regexp: BlanklineTokenizer RegexpTokenizer WhitespaceTokenizer WordPunctTokenizer
        nltk.tokenize.sexpr: SExprTokenizer
        nltk.tokenize.simple: CharTokenizer LineTokenizer SpaceTokenizer TabTokenizer
        nltk.tokenize.sonority_sequencing: SyllableTokenizer
        nltk.tokenize.texttiling: TextTilingTokenizer TokenSequence TokenTableField
        nltk.tokenize.toktok: ToktokTokenizer
        nltk.tokenize.treebank: TreebankWordDetokenizer TreebankWordTokenizer
        nltk.tokenize.util: CJKChars`,
    },
    {
      use: 'class',
      reason: 'dict with more attributes, to which its own methods add items',
      names: `
        gensim.corpora.hashdictionary: HashDictionary
        nltk.collections: Trie`,
    },
    {
      use: 'attributes-only',
      reason: 'rule or production: compared and hashed by its own attributes',
      names: `
        nltk.grammar: ProbabilisticProduction
        nltk.tbl.rule: Rule`,
    },
    {
      use: 'reference',
      reason: 'function of numbers or arrays: an import of it is harmless',
      names: `
        gensim.models.ensemblelda: mass_masking rank_masking
        gensim.models.phrases: npmi_scorer`,
    },
  ],
}
