"""How likely a word is an ordinary English or technical word, such as papers' titles are made of and end in.

A short list of frequent words and the endings by which English builds the others; names are `core.names.given`' part.
"""

from __future__ import annotations

import re
from functools import lru_cache

_FREQUENT = """
a about abstract access across action active adam adaptation adaptive advances adversarial after agent agents
aggregation algebra algebras algorithm algorithms alignment all amplitude an analysis and anomaly answer answers
approach approaches approximate architecture architectures art artificial as assembly asymptotic at atoms attack
attacks attention audio autoencoder autoencoders automata background bandit bandits bank base based batch bayes
bayesian beam behavior behaviour belief benchmark benchmarks better between beyond bias big binary black block blocks
body book boosting bound bounds brain branes building by calculus call can card carlo cascade case categories causal
cell cells century chain chains challenge challenges channel channels chaos chat circuit circuits class classes
classifiers clock cloud clouds cluster clusters code codes coding cognition collapse collider comments communication
compact competition complex complexity compression computation computers computing concept concepts conjecture
consensus construction context continuous control convex convolutional core corpus correction cosmological cosmology
cost coupling crystals current curse curve curves customer data dataset datasets death decay decision deep defense
degree demand density depth design detection detector detectors dialogue diffeomorphisms difference diffusion digits
dilemma dimension dimensions disc discovery discrete disease disk disks distance distillation distribution
distributions domain domains double draft dreams drift dropout dual dynamics early edge effect effective effects
efficient electrons embedding embeddings emissions encoder encoders energy engineering ensemble ensembles entropy
environment environments equation equations equilibria error errors estimate evidence evolution examples expansion
experience experiment experiments experts explained exploration exploring expression extended face faces factor
factors fast feature features feedback fermions few field fields filter filters finance fine first flow flows fluid
fluids for force forces forest forests form formalism forms formula foundation foundations framework free frequency
friend from frontier function functions fusion future galaxies galaxy game games gap gas gate gates gauge gaussian
gaussians general generalists generative genes geometry gradient gradients graph graphs gravity grid ground group
groups growth guide hard harmful has heads health heat hierarchical high hole holes holography how human humans
hypothesis idea image images implicit in inference information instances instructions intelligence interaction
interactions interface internet interval into inverse is it its judge kernel kernels key kit knowledge label labels
language languages large laser lasers latent lattice lattices law laws layer layers learn learned learner learners
learning level levels library life light likelihood limit limits linear lines link local logic long loops loss lottery
low machine machines magnetic making manifold manifolds map maps market markets mass masses mathematical mathematics
matrices matrix matter matters mean means measure measures mechanical mechanics mechanism mechanisms media memory meta
metal metals method methods metric metrics mind mixture mode model modeling modelling models modes molecule molecules
moment moments motion multi music natural need needs network networks neural neurons new nodes noise norm norms not
nuclear number numbers object objects of on one only open operator operators optics optimal optimization optimizer
order orders out outlook overview oxide pairs paradigm paradox part particle particles parts past path paths pattern
patterns people perception perspective phase phases phenomena physics pieces pixels place planes planets planning
plasma point points policies policy pool pooling power practice prediction predictions predictor pretrain prior priors
probability problem problems process processes program programming programs progress prompt prompts proof proofs
properties protocol protocols provers pulses pure quantum quarks quest question questions random rank rate rates rays
real reasoners reasoning recall recipe recognition recurrent redshift regime regression regret reinforcement relations
relativity report representation representations research responses result results retrieval review reward rewards
right ring rings robot robotics robots role routing rule rules sample samples sampling scalable scale scales scenes
scheme schemes schools science sciences score scratch sea search sensing sensors sequence sequences series server
services set sets shape shapes shot shots signal signals simple simulation simulations single skill skills small
software solution solutions solver solvers source sources space spaces sparse species spectra spectrum speech spin
spins stability stars state states static statistics stochastic strategies strategy stream streams string strings
structure structured structures study style suite supernovae supervised supervision survey symmetries symmetry
synthesis system systems table task tasks teacher technical techniques technology tensor tensors test tests text than
that the theorem theorems theories theory things think thinking thought thoughts threshold time to token tokens tool
toolbox toolkit tools torch track tracking trade traffic training transfer transform transformer transformers
transforms transition transitions translation transport tree trees trial trials trick tricks truth tuning two
understanding units universe unsupervised update updates use using vacua value values variables variance variational
vector vectors via video videos view views vision voice walk walks wall water wave waves way ways weather web weight
weights what when where wild windows wireless with without word words work workflow workflows world worlds years you
your zero
"""
_FUNCTION = "a an and as at by for from in into of on or the to via with without using is are"
FUNCTION_WORDS = frozenset(_FUNCTION.split())
# Acronyms that whole fields know; they matter where a title in capitals meets a name in capitals ("...AINVIDIA").
_KNOWN_ACRONYMS = """
AI AGI AR ASR BCI CAD CFD CNN CPU CT DFT DL DNA DNN DQN EEG EHR FPGA GAN GNN GPS GPT GPU HCI HMM HPC ICU IR KB KG LHC
LLM LSTM MAB MAP MCMC MCTS MDP MIMO ML MLP MOE MRI MT NAS NER NLG NLI NLP NLU NP OCR ODE OOD PAC PCA PDE PPO QA QCD
QED QFT RAG RF RGB RL RLHF RNA RNN SAR SAT SDE SGD SLAM SMT SQL SSL SVD SVM TCP TPU TTS TV UAV UI VAE VLM VQA VR XAI
XR
"""
ACRONYMS = frozenset(_KNOWN_ACRONYMS.split())
_ENDINGS = re.compile(
    r".{3,}(?:ings?|tions?|sions?|ments?|ity|ities|ness|isms?|ics?|logy|logies|graphy|graphs?|izations?|ances?|ences?|"
    r"ancy|ency|able|ible|als?|ives?|ous|ed|ors?|ers?|ly|ary|ures?|ists?|ships?|ful|less|wards?|ys[ei]s|oids?|omes?|"
    r"grams?|meters?|scopes?|works?|nets?|forms?|structures?|sets?|ages?|ates?|izes?|"
    r"ify|words?|points?|ows?)"
)


@lru_cache(maxsize=1)
def _frequent() -> frozenset[str]:
    return frozenset(_FREQUENT.split())


@lru_cache(maxsize=8192)
def likelihood(word: str) -> float:
    """Return how likely `word` is an ordinary one: 1 for a frequent one, 0.7 by its ending, 0 for anything else."""
    lower = word.lower()
    if lower in _frequent():
        return 1.0
    return 0.7 if _ENDINGS.fullmatch(lower) else 0.0
