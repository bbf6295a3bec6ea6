"""Preprints and where they were published, from knowledge: id, title, first author, year; DOI, year, venue, title."""

from __future__ import annotations

from typing import NamedTuple


class Pair(NamedTuple):
    """A preprint (an arXiv id, or the DOI of a server) and its publication; `new_title` where that has another one."""

    preprint: str
    title: str
    author: str
    year: int
    doi: str
    published: int
    venue: str
    new_title: str = ""


_CVPR, _ICCV = "Conference on Computer Vision and Pattern Recognition", "International Conference on Computer Vision"
_ECCV, _TPAMI = "Computer Vision – ECCV", "IEEE Transactions on Pattern Analysis and Machine Intelligence"
_KDD = "International Conference on Knowledge Discovery and Data Mining"
_EMNLP, _ACL = "Conference on Empirical Methods in Natural Language Processing", "Annual Meeting of the ACL"
_NAACL = "Conference of the North American Chapter of the ACL"
_ROWS = (
    ("1512.03385", "Deep Residual Learning for Image Recognition", "He", 2015, "10.1109/cvpr.2016.90", 2016, _CVPR),
    ("1409.4842", "Going Deeper with Convolutions", "Szegedy", 2014, "10.1109/cvpr.2015.7298594", 2015, _CVPR),
    ("1506.02640", "You Only Look Once: Unified, Real-Time Object Detection", "Redmon", 2015, "10.1109/cvpr.2016.91",
     2016, _CVPR),
    ("1504.08083", "Fast R-CNN", "Girshick", 2015, "10.1109/iccv.2015.169", 2015, _ICCV),
    ("1703.06870", "Mask R-CNN", "He", 2017, "10.1109/iccv.2017.322", 2017, _ICCV),
    ("1411.4038", "Fully Convolutional Networks for Semantic Segmentation", "Long", 2014,
     "10.1109/cvpr.2015.7298965", 2015, _CVPR),
    ("1505.04597", "U-Net: Convolutional Networks for Biomedical Image Segmentation", "Ronneberger", 2015,
     "10.1007/978-3-319-24574-4_28", 2015, "Medical Image Computing and Computer-Assisted Intervention"),
    ("1608.06993", "Densely Connected Convolutional Networks", "Huang", 2016, "10.1109/cvpr.2017.243", 2017, _CVPR),
    ("1512.00567", "Rethinking the Inception Architecture for Computer Vision", "Szegedy", 2015,
     "10.1109/cvpr.2016.308", 2016, _CVPR),
    ("1709.01507", "Squeeze-and-Excitation Networks", "Hu", 2017, "10.1109/cvpr.2018.00745", 2018, _CVPR),
    ("1801.04381", "MobileNetV2: Inverted Residuals and Linear Bottlenecks", "Sandler", 2018,
     "10.1109/cvpr.2018.00474", 2018, _CVPR),
    ("1612.03144", "Feature Pyramid Networks for Object Detection", "Lin", 2016, "10.1109/cvpr.2017.106", 2017, _CVPR),
    ("1708.02002", "Focal Loss for Dense Object Detection", "Lin", 2017, "10.1109/iccv.2017.324", 2017, _ICCV),
    ("1611.07004", "Image-to-Image Translation with Conditional Adversarial Networks", "Isola", 2016,
     "10.1109/cvpr.2017.632", 2017, _CVPR),
    ("1703.10593", "Unpaired Image-to-Image Translation using Cycle-Consistent Adversarial Networks", "Zhu", 2017,
     "10.1109/iccv.2017.244", 2017, _ICCV),
    ("1502.01852", "Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification", "He",
     2015, "10.1109/iccv.2015.123", 2015, _ICCV),
    ("1511.00561", "SegNet: A Deep Convolutional Encoder-Decoder Architecture for Image Segmentation",
     "Badrinarayanan", 2015, "10.1109/tpami.2016.2644615", 2017, _TPAMI),
    ("1606.00915", "DeepLab: Semantic Image Segmentation with Deep Convolutional Nets, Atrous Convolution, and Fully "
     "Connected CRFs", "Chen", 2016, "10.1109/tpami.2017.2699184", 2018, _TPAMI),
    ("1506.01497", "Faster R-CNN: Towards Real-Time Object Detection with Region Proposal Networks", "Ren", 2015,
     "10.1109/tpami.2016.2577031", 2017, _TPAMI),
    ("1406.1078", "Learning Phrase Representations using RNN Encoder-Decoder for Statistical Machine Translation",
     "Cho", 2014, "10.3115/v1/d14-1179", 2014, _EMNLP),
    ("1408.5882", "Convolutional Neural Networks for Sentence Classification", "Kim", 2014, "10.3115/v1/d14-1181", 2014,
     _EMNLP),
    ("1508.07909", "Neural Machine Translation of Rare Words with Subword Units", "Sennrich", 2015,
     "10.18653/v1/p16-1162", 2016, _ACL),
    ("1810.04805", "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding", "Devlin", 2018,
     "10.18653/v1/n19-1423", 2019, _NAACL, "BERT"),
    ("1802.05365", "Deep contextualized word representations", "Peters", 2018, "10.18653/v1/n18-1202", 2018, _NAACL,
     "Deep Contextualized Word Representations"),
    ("1508.04025", "Effective Approaches to Attention-based Neural Machine Translation", "Luong", 2015,
     "10.18653/v1/d15-1166", 2015, _EMNLP),
    ("1606.05250", "SQuAD: 100,000+ Questions for Machine Comprehension of Text", "Rajpurkar", 2016,
     "10.18653/v1/d16-1264", 2016, _EMNLP),
    ("1603.01360", "Neural Architectures for Named Entity Recognition", "Lample", 2016, "10.18653/v1/n16-1030", 2016,
     _NAACL),
    ("1603.01354", "End-to-end Sequence Labeling via Bi-directional LSTM-CNNs-CRF", "Ma", 2016, "10.18653/v1/p16-1101",
     2016, _ACL),
    ("1607.01759", "Bag of Tricks for Efficient Text Classification", "Joulin", 2016, "10.18653/v1/e17-2068", 2017,
     "Conference of the European Chapter of the ACL"),
    ("1607.04606", "Enriching Word Vectors with Subword Information", "Bojanowski", 2016, "10.1162/tacl_a_00051", 2017,
     "Transactions of the Association for Computational Linguistics"),
    ("1908.10084", "Sentence-BERT: Sentence Embeddings using Siamese BERT-Networks", "Reimers", 2019,
     "10.18653/v1/d19-1410", 2019, _EMNLP),
    ("1910.13461", "BART: Denoising Sequence-to-Sequence Pre-training for Natural Language Generation, Translation, "
     "and Comprehension", "Lewis", 2019, "10.18653/v1/2020.acl-main.703", 2020, _ACL),
    ("1911.02116", "Unsupervised Cross-lingual Representation Learning at Scale", "Conneau", 2019,
     "10.18653/v1/2020.acl-main.747", 2020, _ACL),
    ("1602.03837", "Observation of Gravitational Waves from a Binary Black Hole Merger", "Abbott", 2016,
     "10.1103/physrevlett.116.061102", 2016, "Physical Review Letters"),
    ("1710.05832", "GW170817: Observation of Gravitational Waves from a Binary Neutron Star Inspiral", "Abbott", 2017,
     "10.1103/physrevlett.119.161101", 2017, "Physical Review Letters"),
    ("1207.7214", "Observation of a new particle in the search for the Standard Model Higgs boson with the ATLAS "
     "detector at the LHC", "Aad", 2012, "10.1016/j.physletb.2012.08.020", 2012, "Physics Letters B"),
    ("1207.7235", "Observation of a new boson at a mass of 125 GeV with the CMS experiment at the LHC", "Chatrchyan",
     2012, "10.1016/j.physletb.2012.08.021", 2012, "Physics Letters B"),
    ("1807.06209", "Planck 2018 results. VI. Cosmological parameters", "Aghanim", 2018, "10.1051/0004-6361/201833910",
     2020, "Astronomy & Astrophysics", "Planck 2018 results: VI. Cosmological parameters"),
    ("1502.01589", "Planck 2015 results. XIII. Cosmological parameters", "Ade", 2015, "10.1051/0004-6361/201525830",
     2016, "Astronomy & Astrophysics", "Planck 2015 results: XIII. Cosmological parameters"),
    ("hep-th/9711200", "The Large N Limit of Superconformal Field Theories and Supergravity", "Maldacena", 1997,
     "10.4310/atmp.1998.v2.n2.a1", 1998, "Advances in Theoretical and Mathematical Physics",
     "The large $N$ limit of superconformal field theories and supergravity"),
    ("hep-th/9802150", "Anti De Sitter Space And Holography", "Witten", 1998, "10.4310/atmp.1998.v2.n2.a2", 1998,
     "Advances in Theoretical and Mathematical Physics", "Anti de Sitter space and holography"),
    ("cond-mat/9910332", "Emergence of scaling in random networks", "Barabasi", 1999, "10.1126/science.286.5439.509",
     1999, "Science", "Emergence of Scaling in Random Networks"),
    ("quant-ph/9508027", "Polynomial-Time Algorithms for Prime Factorization and Discrete Logarithms on a Quantum "
     "Computer", "Shor", 1995, "10.1137/s0097539795293172", 1997, "SIAM Journal on Computing"),
    ("1603.08155", "Perceptual Losses for Real-Time Style Transfer and Super-Resolution", "Johnson", 2016,
     "10.1007/978-3-319-46475-6_43", 2016, _ECCV),
    ("1512.02325", "SSD: Single Shot MultiBox Detector", "Liu", 2015, "10.1007/978-3-319-46448-0_2", 2016, _ECCV),
    ("1603.05027", "Identity Mappings in Deep Residual Networks", "He", 2016, "10.1007/978-3-319-46493-0_38", 2016,
     _ECCV),
    ("1311.2901", "Visualizing and Understanding Convolutional Networks", "Zeiler", 2013,
     "10.1007/978-3-319-10590-1_53", 2014, _ECCV),
    ("1405.0312", "Microsoft COCO: Common Objects in Context", "Lin", 2014, "10.1007/978-3-319-10602-1_48", 2014,
     _ECCV),
    ("2003.08934", "NeRF: Representing Scenes as Neural Radiance Fields for View Synthesis", "Mildenhall", 2020,
     "10.1007/978-3-030-58452-8_24", 2020, _ECCV),
    ("2005.12872", "End-to-End Object Detection with Transformers", "Carion", 2020, "10.1007/978-3-030-58452-8_13",
     2020, _ECCV),
    ("1911.05722", "Momentum Contrast for Unsupervised Visual Representation Learning", "He", 2019,
     "10.1109/cvpr42600.2020.00975", 2020, _CVPR),
    ("2103.14030", "Swin Transformer: Hierarchical Vision Transformer using Shifted Windows", "Liu", 2021,
     "10.1109/iccv48922.2021.00986", 2021, _ICCV),
    ("2112.10752", "High-Resolution Image Synthesis with Latent Diffusion Models", "Rombach", 2021,
     "10.1109/cvpr52688.2022.01042", 2022, _CVPR),
    ("1812.04948", "A Style-Based Generator Architecture for Generative Adversarial Networks", "Karras", 2018,
     "10.1109/cvpr.2019.00453", 2019, _CVPR),
    ("1409.0575", "ImageNet Large Scale Visual Recognition Challenge", "Russakovsky", 2014,
     "10.1007/s11263-015-0816-y", 2015, "International Journal of Computer Vision"),
    ("1603.02754", "XGBoost: A Scalable Tree Boosting System", "Chen", 2016, "10.1145/2939672.2939785", 2016, _KDD,
     "XGBoost"),
    ("1607.00653", "node2vec: Scalable Feature Learning for Networks", "Grover", 2016, "10.1145/2939672.2939754", 2016,
     _KDD, "node2vec"),
    ("1403.6652", "DeepWalk: Online Learning of Social Representations", "Perozzi", 2014, "10.1145/2623330.2623732",
     2014, _KDD, "DeepWalk"),
    ("1602.04938", '"Why Should I Trust You?": Explaining the Predictions of Any Classifier', "Ribeiro", 2016,
     "10.1145/2939672.2939778", 2016, _KDD),
    ("1610.02391", "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization", "Selvaraju",
     2016, "10.1109/iccv.2017.74", 2017, _ICCV),
    ("1503.03832", "FaceNet: A Unified Embedding for Face Recognition and Clustering", "Schroff", 2015,
     "10.1109/cvpr.2015.7298682", 2015, _CVPR),
    ("1505.02710", "Near-optimal RNA-Seq quantification", "Bray", 2015, "10.1038/nbt.3519", 2016,
     "Nature Biotechnology", "Near-optimal probabilistic RNA-seq quantification"),
    ("10.1101/002832", "Moderated estimation of fold change and dispersion for RNA-Seq data with DESeq2", "Love", 2014,
     "10.1186/s13059-014-0550-8", 2014, "Genome Biology"),
    ("10.1101/292037", "Bayesian Inference for a Generative Model of Transcriptome Profiles from Single-cell RNA "
     "Sequencing", "Lopez", 2018, "10.1038/s41592-018-0229-2", 2018, "Nature Methods",
     "Deep generative modeling for single-cell transcriptomics"),
)  # fmt: skip
PAIRS = tuple(Pair(*row) for row in _ROWS)
